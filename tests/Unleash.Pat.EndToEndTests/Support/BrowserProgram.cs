namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The Chromium of this machine; Playwright's own would have to be downloaded.</summary>
internal static class BrowserProgram
{
    private const string Variable = "UNLEASH_PAT_TEST_BROWSER";
    private const string RequireVariable = "UNLEASH_PAT_TEST_REQUIRE_BROWSER";
    private const string Usual = "/usr/bin/chromium";

    /// <summary>What a machine without one lacks.</summary>
    public const string Missing =
        $"No browser: install Chromium as {Usual} (Debian: apt-get install chromium), or set {Variable} to the path of a "
        + "Chromium or Chrome.";

    private static readonly string Path =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured ? configured : Usual;

    /// <summary>Whether there is none. Where one is required, the tests run and fail.</summary>
    public static bool IsOutOfReach =>
        !File.Exists(Path) && Environment.GetEnvironmentVariable(RequireVariable) != "1";

    /// <summary>Its path.</summary>
    public static string Find()
    {
        Assert.True(File.Exists(Path), Missing);
        return Path;
    }
}
