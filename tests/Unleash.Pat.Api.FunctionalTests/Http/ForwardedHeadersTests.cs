using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary><c>ForwardedHeaders</c>: what a proxy says of a request counts where the proxy is known.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class ForwardedHeadersTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private static readonly (string, string)[] TwoProxies =
        [("ForwardedHeaders:KnownProxies:0", "127.0.0.1"), ("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8")];

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7")]
    [InlineData("198.51.100.7, 10.0.0.2", "198.51.100.7")]
    [InlineData("198.51.100.7, 10.0.0.3, 10.0.0.2", "198.51.100.7")]
    [InlineData("6.6.6.6, 198.51.100.7, 10.0.0.2", "198.51.100.7")]
    [InlineData("10.0.0.9, 198.51.100.7", "198.51.100.7")]
    [InlineData("\"[2001:db8::7]:4711\", 10.0.0.2", "2001:db8::7")]
    [InlineData("::ffff:198.51.100.7", "198.51.100.7")]
    [InlineData("198.51.100.7:4711", "198.51.100.7")]
    [InlineData("nonsense", "127.0.0.1")]
    public async Task The_client_is_the_first_hop_that_is_no_known_proxy(string header, string client)
    {
        var service = await StartAsync(TwoProxies);

        (await AddressAsync(service, ("x-forwarded-for", header))).ShouldBe(client);
    }

    [Fact]
    public async Task No_more_hops_are_followed_than_the_limit_allows()
    {
        var service = await StartAsync([.. TwoProxies, ("ForwardedHeaders:ForwardLimit", "1")]);

        (await AddressAsync(service, ("x-forwarded-for", "198.51.100.7, 10.0.0.2"))).ShouldBe("10.0.0.2");
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies:0", "::ffff:127.0.0.1")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "127.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "::ffff:127.0.0.0/104")]
    public async Task An_address_of_IPv4_is_known_in_either_form(string key, string value)
    {
        var service = await StartAsync((key, value));

        (await AddressAsync(service, ("x-forwarded-for", "198.51.100.7"))).ShouldBe("198.51.100.7");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("ForwardedHeaders:KnownProxies:0", "10.0.0.2")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8")]
    public async Task From_elsewhere_a_request_is_taken_for_what_it_is(string? key, string? value)
    {
        var service = key is null ? await StartAsync() : await StartAsync((key, value!));

        var login = await SignInAsync(
            service,
            ("x-forwarded-for", "198.51.100.7"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-prefix", "/evil"));

        login.Header("set-cookie").ShouldNotBeNull().ShouldNotContain("secure");
        login.Header("set-cookie").ShouldNotBeNull().ShouldContain("path=/;");
        (await AddressAsync(service.Anonymous.WithCookie(login.SessionCookie()))).ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Behind_two_proxies_each_client_has_a_limit_of_its_own()
    {
        var service = await StartAsync([.. TwoProxies, ("RateLimiting:LoginPerMinute", "1")]);
        Task<Answer> AttemptAsync(string client) => service.Anonymous.SendAsync(
            HttpMethod.Post, ServiceClient.Login, ServiceClient.Json("{}"), ("x-forwarded-for", $"{client}, 10.0.0.2"));

        (await AttemptAsync("198.51.100.7")).Status.ShouldBe(400);
        (await AttemptAsync("198.51.100.7")).ShouldBeError(429, "RateLimitError");
        (await AttemptAsync("198.51.100.8")).Status.ShouldBe(400);
        (await AttemptAsync("6.6.6.6, 198.51.100.7")).ShouldBeError(429, "RateLimitError");
    }

    [Theory]
    [InlineData("https")]
    [InlineData("https, http")]
    public async Task Behind_two_proxies_https_is_https(string scheme)
    {
        var service = await StartAsync(TwoProxies);

        var login = await SignInAsync(
            service, ("x-forwarded-for", "198.51.100.7, 10.0.0.2"), ("x-forwarded-proto", scheme), ("x-forwarded-host", "tokens.example.com"));

        login.Header("set-cookie").ShouldNotBeNull().ShouldContain("; secure");
        login.Header("strict-transport-security").ShouldNotBeNull();
        (await service.Anonymous.WithCookie(login.SessionCookie()).SendAsync(
            HttpMethod.Post,
            ServiceClient.Tokens,
            ServiceClient.Json("{}"),
            ("x-forwarded-for", "198.51.100.7, 10.0.0.2"),
            ("x-forwarded-proto", scheme),
            ("x-forwarded-host", "tokens.example.com"),
            ("origin", "https://tokens.example.com"))).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("", "/pat", "/pat")]
    [InlineData("", "/pat/", "/pat")]
    [InlineData("", "/", "")]
    [InlineData("", "//evil.example", "")]
    [InlineData("", "/a;b", "")]
    [InlineData("", "evil.example", "")]
    [InlineData("/inner", "/pat", "/pat/inner")]
    [InlineData("/inner", "/inner", "/inner")]
    public async Task A_prefix_that_a_known_proxy_took_off_is_put_before_every_address(string basePath, string prefix, string shown)
    {
        var service = await StartAsync([.. TwoProxies, ("BasePath", basePath)]);
        (string, string)[] headers = [("x-forwarded-for", "198.51.100.7"), ("x-forwarded-prefix", prefix)];

        var login = await service.Anonymous.SendAsync(
            HttpMethod.Post, basePath + ServiceClient.DemoLogin, ServiceClient.Json("""{"email":"prefix@example.com"}"""), headers);
        var client = service.Anonymous.WithCookie(login.SessionCookie());
        var issued = await client.SendAsync(HttpMethod.Post, basePath + ServiceClient.Tokens, ServiceClient.Json("{}"), headers);
        var page = await client.SendAsync(HttpMethod.Get, $"{basePath}/login", null, headers);
        var description = await client.SendAsync(HttpMethod.Get, $"{basePath}/docs/openapi.json", null, headers);
        var logout = await client.SendAsync(HttpMethod.Post, $"{basePath}/logout", null, headers);

        login.Header("set-cookie").ShouldNotBeNull().ShouldContain($"path={(shown.Length == 0 ? "/" : shown)};");
        issued.Header("location").ShouldNotBeNull().ShouldStartWith($"{shown}/api/admin/user/tokens/");
        page.Body.ShouldContain($"<base href=\"{shown}/\" />");
        description.Json.GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe(shown.Length == 0 ? "/" : shown);
        logout.Header("location").ShouldBe($"{shown}/signed-out");
    }

    [Fact]
    public async Task The_frameworks_own_switch_trusts_everybody_and_the_log_says_so()
    {
        var service = await StartAsync(("FORWARDEDHEADERS_ENABLED", "true"));

        (await AddressAsync(service, ("x-forwarded-for", "198.51.100.7"))).ShouldBe("198.51.100.7");
        service.Logs.Lines.ShouldContain(line => line.Contains("ForwardedHeaders:KnownProxies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_frameworks_own_switch_trusts_only_named_proxies()
    {
        var service = await StartAsync(("FORWARDEDHEADERS_ENABLED", "true"), ("ForwardedHeaders:KnownProxies:0", "10.0.0.2"));

        (await AddressAsync(service, ("x-forwarded-for", "198.51.100.7"))).ShouldBe("127.0.0.1");
    }

    private static Task<Answer> SignInAsync(TestService service, params (string, string)[] headers) => service.Anonymous.SendAsync(
        HttpMethod.Post, ServiceClient.DemoLogin, ServiceClient.Json($$"""{"email":"{{Guid.NewGuid():N}}@example.com"}"""), headers);

    private static async Task<string?> AddressAsync(TestService service, params (string, string)[] headers) =>
        await AddressAsync(service.Anonymous.WithCookie((await SignInAsync(service, headers)).SessionCookie()));

    private static async Task<string?> AddressAsync(ServiceClient client) =>
        (await client.GetAsync("/api/admin/user/sessions")).Json.GetProperty("sessions")[0].GetProperty("address").GetString();
}
