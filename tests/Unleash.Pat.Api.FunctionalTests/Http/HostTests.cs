using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>Hosts that no browser would send.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class HostTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Theory]
    [InlineData("xn--a")]
    [InlineData("xn--")]
    [InlineData("xn--a.example:1")]
    public async Task What_names_no_host_is_refused_in_the_form_of_every_error(string host)
    {
        var account = await Service.AccountAsync();
        foreach (var path in new[] { "/nope", "/", "/docs/openapi.json" })
        {
            (await account.Client.SendAsync(HttpMethod.Get, path, null, ("host", host))).ShouldBeError(400, "BadRequestError");
        }
    }

    [Fact]
    public async Task A_name_beyond_ASCII_is_shown_as_it_was_sent()
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(HttpMethod.Get, "/api/admin/ui-config", null, ("host", "xn--bcher-kva.example")))
            .Json.GetProperty("unleashUrl").GetString().ShouldBe("http://xn--bcher-kva.example");
    }

    [Theory]
    [InlineData("xn--a")]
    [InlineData("a b")]
    [InlineData("//evil.example")]
    public async Task A_known_proxy_that_forwards_none_is_believed_in_the_rest(string host)
    {
        var service = await StartAsync(("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));

        (await service.Anonymous.SendAsync(
            HttpMethod.Get, "/health", null, ("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https"), ("x-forwarded-host", host)))
            .Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("Bearer a", "Bearer b")]
    [InlineData("", "")]
    public async Task Two_credentials_are_none(string first, string second)
    {
        var answer = await Service.Anonymous.SendAsync(
            HttpMethod.Get, ServiceClient.Me, null, ("authorization", first), ("authorization", second));

        answer.Status.ShouldBe(401, answer.Body);
    }
}
