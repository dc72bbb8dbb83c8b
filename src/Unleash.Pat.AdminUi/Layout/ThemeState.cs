using Microsoft.JSInterop;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Layout;

/// <summary>Whether the pages are dark: as this browser was told, else as the system prefers.</summary>
internal sealed class ThemeState(BrowserScript browser)
{
    private const string Name = "theme";
    private const string Light = "light";
    private const string Dark = "dark";

    private bool _isSystemDark;

    /// <summary>Says that <see cref="IsDark"/> may be another.</summary>
    public event Action? Changed;

    public ThemeChoice Choice { get; private set; }

    public bool IsDark => Choice == ThemeChoice.Dark || (Choice == ThemeChoice.System && _isSystemDark);

    /// <summary>Takes what the browser remembers and what the system prefers.</summary>
    public async Task BeginAsync(bool isSystemDark)
    {
        Choice = await browser.RecallAsync(Name) switch
        {
            Light => ThemeChoice.Light,
            Dark => ThemeChoice.Dark,
            _ => ThemeChoice.System,
        };
        Follow(isSystemDark);
    }

    /// <summary>Called by the browser when the system prefers another theme.</summary>
    [JSInvokable]
    public void Follow(bool isSystemDark)
    {
        _isSystemDark = isSystemDark;
        Changed?.Invoke();
    }

    public async Task ChooseAsync(ThemeChoice choice)
    {
        Choice = choice;
        Changed?.Invoke();
        await RememberAsync();
    }

    /// <summary>Writes the choice down: again, too, after a sign-out, which clears what the browser has stored.</summary>
    public Task RememberAsync() => browser.RememberAsync(Name, Choice switch
    {
        ThemeChoice.Light => Light,
        ThemeChoice.Dark => Dark,
        _ => null,
    });
}
