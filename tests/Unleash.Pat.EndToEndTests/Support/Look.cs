using System.Globalization;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>How wide a person's window is, and what their system prefers.</summary>
public sealed record Look(int Width, ColorScheme Theme)
{
    public const int Phone = 360;
    public const int Tablet = 768;
    public const int Desktop = 1280;

    /// <summary>So high is every window.</summary>
    public const int Height = 800;

    // Dark letters on light, or light ones on dark: what a person sees, however the page makes it.
    private const string IsShown = """
        isDark => {
            const brightness = colour => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
            const { backgroundColor, color } = getComputedStyle(document.body);
            return (brightness(backgroundColor) < brightness(color)) === isDark;
        }
        """;

    public static Look Usual { get; } = new(Desktop, ColorScheme.Light);

    /// <summary>The smallest phone, a tablet and a desktop, in both themes; the usual one last.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new(Phone, ColorScheme.Dark), new(Phone, ColorScheme.Light), new(Tablet, ColorScheme.Light), new(Tablet, ColorScheme.Dark),
        new(Desktop, ColorScheme.Dark), Usual,
    ];

    /// <summary>Makes a window this wide, and waits until it shows the theme.</summary>
    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = Theme, ReducedMotion = ReducedMotion.Reduce });
        await ShouldShowAsync(page, Theme);
    }

    /// <summary>Waits until a page shows a theme.</summary>
    public static Task ShouldShowAsync(IPage page, ColorScheme theme) => page.WaitForFunctionAsync(IsShown, theme == ColorScheme.Dark);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}-{Theme}").ToLowerInvariant();
}
