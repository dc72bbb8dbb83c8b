namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The Chromium of this machine; Playwright's own would have to be downloaded.</summary>
internal static class BrowserProgram
{
    private const string Variable = "UNLEASH_PAT_TEST_BROWSER";
    private const string RequireVariable = "UNLEASH_PAT_TEST_REQUIRE_BROWSER";
    private const string Usual = "/usr/bin/chromium";

    private const string Missing =
        $"No browser: install Chromium as {Usual} (Debian: apt-get install chromium), or set {Variable} to the path of a "
        + "Chromium or Chrome.";

    private static readonly string Path =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured ? configured : Usual;

    /// <summary>Its path; skips the test where there is none.</summary>
    public static string Find()
    {
        if (!File.Exists(Path) && Environment.GetEnvironmentVariable(RequireVariable) == "1")
        {
            Assert.Fail($"{RequireVariable}=1. {Missing}");
        }

        Assert.SkipUnless(File.Exists(Path), Missing);
        return Path;
    }
}
