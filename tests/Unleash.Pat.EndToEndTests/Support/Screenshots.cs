using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Pictures of the pages, for people.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("UNLEASH_PAT_TEST_SCREENSHOTS") is { Length: > 0 } configured
        ? configured
        : Path.Combine(Repository.Root, "artifacts", "screenshots");

    public static Task TakeAsync(IPage page, string name, Look look) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Folder, $"{name}-{look}.png"),
    });
}
