using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Saves screenshots for review.</summary>
internal static class Screenshot
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("UNLEASH_PAT_TEST_SCREENSHOTS") is { Length: > 0 } configured
        ? configured
        : Path.Combine(BuildInfo.Root, "artifacts", "screenshots");

    public static Task TakeAsync(IPage page, string name, Viewport viewport) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Folder, $"{name}-{viewport}.png"),
    });
}
