using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, section 3: requests that another origin makes a browser send.</summary>
public abstract class CrossOriginTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("origin", "https://evil.example")]
    [InlineData("origin", "null")]
    [InlineData("origin", "http://unleash.example:81")]
    [InlineData("origin", "https://unleash.example")]
    [InlineData("origin", "http://unleash.example.evil.example")]
    [InlineData("sec-fetch-site", "cross-site")]
    [InlineData("sec-fetch-site", "same-site")]
    [InlineData("sec-fetch-site", "whatever")]
    public async Task A_change_from_elsewhere_is_refused_whatever_its_content_type(string header, string value)
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        foreach (var (method, path, content) in new (HttpMethod, string, HttpContent?)[]
        {
            (HttpMethod.Post, ServiceClient.Tokens, ServiceClient.Json("{}")),
            (HttpMethod.Post, ServiceClient.Tokens, new StringContent("{}")),
            (HttpMethod.Delete, token.Path, null),
            (HttpMethod.Post, "/logout", null),
        })
        {
            (await account.Client.SendAsync(method, path, content, ("host", "unleash.example"), (header, value)))
                .ShouldBeError(403, "NoAccessError");
        }

        (await account.Client.ListAsync()).ShouldHaveSingleItem();
    }

    /// <summary>A browser keeps the cookie back from another site's POST, and would do what the answer says even so.</summary>
    [Theory]
    [InlineData("/logout", "origin", "https://evil.example")]
    [InlineData("/logout", "origin", "null")]
    [InlineData("/logout", "sec-fetch-site", "cross-site")]
    [InlineData("/auth/simple/login", "origin", "https://evil.example")]
    [InlineData("/auth/demo/login", "sec-fetch-site", "same-site")]
    public async Task Signing_in_or_out_from_elsewhere_is_refused_without_a_session_too(string path, string header, string value)
    {
        var answer = await Service.Anonymous.SendAsync(
            HttpMethod.Post, path, ServiceClient.Json("{}"), ("host", "unleash.example"), (header, value));

        answer.ShouldBeError(403, "NoAccessError");
        answer.Header("set-cookie").ShouldBeNull();
        answer.Header("clear-site-data").ShouldBeNull();
    }

    [Theory]
    [InlineData("origin", "http://unleash.example")]
    [InlineData("origin", "http://unleash.example:80")]
    [InlineData("origin", "HTTP://UNLEASH.EXAMPLE")]
    [InlineData("sec-fetch-site", "same-origin")]
    [InlineData("sec-fetch-site", "none")]
    public async Task A_change_from_here_is_accepted(string header, string value)
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(
            HttpMethod.Post, ServiceClient.Tokens, ServiceClient.Json("{}"), ("host", "unleash.example"), (header, value)))
            .Status.ShouldBe(201);
    }

    [Fact]
    public async Task Either_sign_of_another_origin_suffices()
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(
            HttpMethod.Post,
            ServiceClient.Tokens,
            ServiceClient.Json("{}"),
            ("host", "unleash.example"),
            ("origin", "http://unleash.example"),
            ("sec-fetch-site", "cross-site"))).ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task Reading_changes_nothing_and_is_answered()
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(HttpMethod.Get, ServiceClient.Me, null, ("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")))
            .Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_brings_its_own_credential_may_come_from_anywhere()
    {
        var account = await Service.AccountAsync();
        var bearer = Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret);

        (await bearer.SendAsync(HttpMethod.Post, ServiceClient.Tokens, ServiceClient.Json("{}"), ("origin", "https://evil.example")))
            .Status.ShouldBe(201);
    }
}
