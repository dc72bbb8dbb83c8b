using Unleash.Pat.AdminUi.Sessions;

namespace Unleash.Pat.AdminUi.UnitTests.Sessions;

public class UserAgentsTests
{
    private const string WebKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

    [Theory]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WebKit} Chrome/126.0.0.0 Safari/537.36", "Chrome on Windows")]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WebKit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge on Windows")]
    [InlineData($"Mozilla/5.0 (X11; Linux x86_64) {WebKit} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0", "Opera on Linux")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 14) {WebKit} Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Unleash.Pat.Client/0.1.0", "Unleash.Pat.Client")]
    [InlineData("Terraform/1.9", "Terraform/1.9")]
    [InlineData("", "Unknown browser")]
    [InlineData(null, "Unknown browser")]
    public void A_user_agent_is_described_briefly(string? userAgent, string text) => UserAgents.Describe(userAgent).ShouldBe(text);
}
