using Microsoft.JSInterop;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Layout;

/// <summary>Whether the dark theme is on: the user's choice, or else the system's.</summary>
internal sealed class ThemeState(BrowserInterop browser)
{
    private const string SettingName = "theme";
    private const string Light = "light";
    private const string Dark = "dark";

    private bool _isSystemDark;

    /// <summary>Raised when <see cref="IsDark"/> may have changed.</summary>
    public event Action? Changed;

    public ThemeChoice Choice { get; private set; }

    public bool IsDark => Choice == ThemeChoice.Dark || (Choice == ThemeChoice.System && _isSystemDark);

    public async Task InitializeAsync(bool isSystemDark)
    {
        Choice = await browser.GetSettingAsync(SettingName) switch
        {
            Light => ThemeChoice.Light,
            Dark => ThemeChoice.Dark,
            _ => ThemeChoice.System,
        };
        OnSystemThemeChanged(isSystemDark);
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnSystemThemeChanged(bool isSystemDark)
    {
        _isSystemDark = isSystemDark;
        Changed?.Invoke();
    }

    public async Task ChooseAsync(ThemeChoice choice)
    {
        // Stored before it is shown: who then reloads the page at once finds it again.
        await SaveAsync(choice);
        Choice = choice;
        Changed?.Invoke();
    }

    /// <summary>Stores the choice in the browser. Signing out clears the browser's storage, so it is stored again then.</summary>
    public Task SaveAsync() => SaveAsync(Choice);

    private Task SaveAsync(ThemeChoice choice) => browser.SaveSettingAsync(SettingName, choice switch
    {
        ThemeChoice.Light => Light,
        ThemeChoice.Dark => Dark,
        _ => null,
    });
}
