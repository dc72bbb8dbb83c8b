namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The installed Chromium, because Playwright's own would have to be downloaded.</summary>
internal static class BrowserExecutable
{
    private const string Variable = "UNLEASH_PAT_TEST_BROWSER";
    private const string RequireVariable = "UNLEASH_PAT_TEST_REQUIRE_BROWSER";
    private const string Usual = "/usr/bin/chromium";

    /// <summary>The message if no browser is found.</summary>
    public const string Missing =
        $"No browser: install Chromium as {Usual} (Debian: apt-get install chromium), or set {Variable} to the path of a "
        + "Chromium or Chrome.";

    private static readonly string Path =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured ? configured : Usual;

    /// <summary>Whether to skip the tests. If a browser is required, they run and fail.</summary>
    public static bool IsOutOfReach =>
        !File.Exists(Path) && Environment.GetEnvironmentVariable(RequireVariable) != "1";

    public static string Find()
    {
        Assert.True(File.Exists(Path), Missing);
        return Path;
    }
}
