using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary><c>PublicUrl</c>: the service is not where its requests say that it is.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class PublicUrlTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Public = "https://tokens.example.com/pat";

    protected override ServiceOptions Options => new() { Settings = new Dictionary<string, string> { ["PublicUrl"] = Public } };

    [Theory]
    [InlineData("")]
    [InlineData("/pat")]
    public async Task Locations_cookies_and_pages_are_the_public_ones_whether_a_proxy_strips_the_path_or_not(string sent)
    {
        var login = await Service.Anonymous.PostAsync(sent + ServiceClient.DemoLogin, """{"email":"public@example.com"}""");
        var client = Service.Anonymous.WithCookie(login.SessionCookie());
        var issued = await client.PostAsync(sent + ServiceClient.Tokens, "{}");
        var config = (await client.GetAsync($"{sent}/api/admin/ui-config")).Json;
        var logout = await client.SendAsync(HttpMethod.Post, $"{sent}/logout");

        var cookie = login.Header("set-cookie").ShouldNotBeNull();
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("path=/pat;");
        issued.Header("location").ShouldNotBeNull().ShouldStartWith("/pat/api/admin/user/tokens/");
        config.GetProperty("unleashUrl").GetString().ShouldBe(Public);
        config.GetProperty("baseUriPath").GetString().ShouldBe("/pat");
        logout.Header("location").ShouldBe("/pat/signed-out");
        logout.Header("clear-site-data").ShouldBeNull();
        (await Service.Anonymous.GetAsync($"{sent}/login")).Body.ShouldContain("<base href=\"/pat/\" />");
    }

    [Theory]
    [InlineData("https://tokens.example.com", null, "__Host-unleash-session", true)]
    [InlineData("https://tokens.example.com/", null, "__Host-unleash-session", true)]
    [InlineData("https://tokens.example.com/pat", null, "unleash-session", true)]
    [InlineData("https://tokens.example.com", "pat-session", "pat-session", true)]
    [InlineData("http://tokens.example.com", null, "unleash-session", false)]
    public async Task The_cookie_is_bound_to_its_host_as_far_as_the_address_allows_it(
        string publicUrl, string? configured, string name, bool isSecure)
    {
        (string, string)[] settings = configured is null ? [] : [("Session:CookieName", configured)];
        var service = await StartAsync([("PublicUrl", publicUrl), .. settings]);
        var login = await service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"public@example.com"}""");
        var client = service.Anonymous.WithCookie(login.SessionCookie());
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        var logout = await client.SendAsync(HttpMethod.Post, "/logout");

        foreach (var cookie in new[] { login, logout }.Select(answer => answer.Header("set-cookie").ShouldNotBeNull()))
        {
            cookie.ShouldStartWith($"{name}=");
            cookie.Contains("; secure", StringComparison.Ordinal).ShouldBe(isSecure);
            cookie.ShouldNotContain("domain=");
            cookie.ShouldContain(publicUrl.EndsWith("/pat", StringComparison.Ordinal) ? "path=/pat;" : "path=/;");
        }
    }

    [Theory]
    [InlineData("https://tokens.example.com", 201)]
    [InlineData("https://tokens.example.com:443", 201)]
    [InlineData("HTTPS://TOKENS.example.com", 201)]
    [InlineData("http://tokens.example.com", 403)]
    [InlineData("https://internal:4242", 403)]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    public async Task The_allowed_origin_is_the_public_one_whatever_host_a_proxy_sends(string origin, int status)
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.SendAsync(
            HttpMethod.Post, ServiceClient.Tokens, ServiceClient.Json("{}"), ("host", "internal:4242"), ("origin", origin));

        answer.Status.ShouldBe(status, answer.Body);
    }

    [Fact]
    public async Task Headers_that_anybody_can_send_change_nothing()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.SendAsync(
            HttpMethod.Get,
            "/api/admin/ui-config",
            null,
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-proto", "http"),
            ("x-forwarded-prefix", "/evil"));

        answer.Json.GetProperty("unleashUrl").GetString().ShouldBe(Public);
    }

    [Fact]
    public async Task Https_in_it_counts_as_https() =>
        (await Service.Anonymous.GetAsync("/health")).Header("strict-transport-security").ShouldBe("max-age=31536000");

    [Theory]
    [InlineData("http://tokens.example.com", "http://tokens.example.com")]
    [InlineData("http://tokens.example.com/", "http://tokens.example.com")]
    [InlineData("http://tokens.example.com:8080", "http://tokens.example.com:8080")]
    [InlineData("http://[fd00::7]:8080/a/", "http://[fd00::7]:8080/a")]
    [InlineData("http://tökens.example.com", "http://xn--tkens-jua.example.com")]
    public async Task It_is_shown_as_it_is(string configured, string shown)
    {
        var service = await StartAsync(("PublicUrl", configured));
        var account = await service.AccountAsync();

        (await account.Client.GetAsync("/api/admin/ui-config")).Json.GetProperty("unleashUrl").GetString().ShouldBe(shown);
        (await service.Anonymous.GetAsync("/health")).Header("strict-transport-security").ShouldBeNull();
    }
}
