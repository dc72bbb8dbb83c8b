using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Screenshots for people: of every state if they ask for them, and of a page on which a test failed.</summary>
internal static class Screenshot
{
    private const string Variable = "UNLEASH_PAT_TEST_SCREENSHOTS";

    private static readonly string? Wanted = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    private static readonly string Folder = Wanted ?? Path.Combine(BuildInfo.Root, "artifacts", "screenshots");

    public static bool AreWanted => Wanted is not null;

    /// <summary>Saves a screenshot if the environment variable names a folder for them: they take a tenth of the run.</summary>
    public static Task TakeAsync(IPage page, string name, Viewport viewport) =>
        Wanted is null ? Task.CompletedTask : SaveAsync(page, $"{name}-{viewport}");

    /// <summary>Saves a screenshot of the page on which the test failed.</summary>
    public static Task TakeOfFailureAsync(IPage page, string? test) => SaveAsync(page, $"failed-{test}");

    private static Task<byte[]> SaveAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
}
