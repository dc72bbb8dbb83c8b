using System.Globalization;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The width of the window, and the system's colour scheme.</summary>
public sealed record Viewport(int Width, ColorScheme Theme)
{
    public const int Phone = 360;
    public const int Tablet = 768;
    public const int Desktop = 1280;

    public const int Height = 800;

    // Compares the computed colours, so that it does not depend on how the theme is implemented.
    private const string IsShown = """
        isDark => {
            const brightness = colour => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
            const { backgroundColor, color } = getComputedStyle(document.body);
            return (brightness(backgroundColor) < brightness(color)) === isDark;
        }
        """;

    public static Viewport Default { get; } = new(Desktop, ColorScheme.Light);

    public static Viewport Smallest { get; } = new(Phone, ColorScheme.Dark);

    /// <summary>The one at which nothing is checked that the others do not check, so that it is for screenshots alone.</summary>
    public static Viewport Repeated { get; } = new(Tablet, ColorScheme.Dark);

    /// <summary>A small phone, a tablet and a desktop in both themes; the default last.</summary>
    public static IReadOnlyList<Viewport> All { get; } =
    [
        Smallest, new(Phone, ColorScheme.Light), new(Tablet, ColorScheme.Light), Repeated,
        new(Desktop, ColorScheme.Dark), Default,
    ];

    /// <summary>Resizes the window, and waits until the page shows the theme.</summary>
    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = Theme, ReducedMotion = ReducedMotion.Reduce });
        await ShouldShowAsync(page, Theme);
    }

    public static Task ShouldShowAsync(IPage page, ColorScheme theme) => page.WaitForFunctionAsync(IsShown, theme == ColorScheme.Dark);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}-{Theme}").ToLowerInvariant();
}
