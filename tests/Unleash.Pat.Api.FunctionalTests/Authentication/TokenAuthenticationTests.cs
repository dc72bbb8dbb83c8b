using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, section 3: the <c>authorization</c> header, and the 401s of section 1.1.</summary>
public abstract class TokenAuthenticationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    [InlineData("bEaReR   ")]
    public async Task A_token_authenticates_with_and_without_its_scheme(string scheme)
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();

        var answer = await Service.Anonymous.WithAuthorization(scheme + token.Secret).GetAsync(ServiceClient.Me);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetProperty("user").GetProperty("id").GetInt64().ShouldBe(account.Id);
        answer.Header("set-cookie").ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_but_the_exact_secret_authenticates()
    {
        var account = await Service.AccountAsync();
        var (secret, other) = ((await account.Client.IssueAsync()).Secret, (await account.Client.IssueAsync()).Secret);
        string[] wrong =
        [
            secret[..^1], secret + "A", secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), secret[..31] + other[31..],
            other[..31] + secret[31..], secret.ToUpperInvariant(), secret.Replace("user:", "User:", StringComparison.Ordinal),
            secret[5..], $"Basic {secret}", $"Bearer{secret}", $"Bearer Bearer {secret}", $"\"{secret}\"", $"{secret}, {secret}",
            "user:", "Bearer", "Bearer x", "*", "*:*.", "*.*.", "user:v2_", secret[..31], new string('a', 8000), "ü",
        ];

        foreach (var header in wrong)
        {
            (await Service.Anonymous.WithAuthorization(header).GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
        }

        (await Service.Anonymous.WithAuthorization(secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_cause_has_the_same_answer()
    {
        var account = await Service.AccountAsync();
        var revoked = await account.Client.IssueAsync();
        await account.Client.DeleteAsync(revoked.Path);
        string[] headers =
            [revoked.Secret, revoked.Secret[..^1], "nonsense", "*:*.unknown", "user:v2_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"];

        var answers = await Task.WhenAll(headers.Select(
            header => Service.Anonymous.WithAuthorization(header).GetAsync(ServiceClient.Me)));

        answers.Select(answer => answer.Body.Replace(
                $"{answer.ShouldBeError(401, "UnauthorizedError").Id}", "id", StringComparison.Ordinal))
            .Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_header_is_none(string header) =>
        (await Service.Anonymous.WithAuthorization(header).GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_401_names_the_scheme(string? header)
    {
        var client = header is null ? Service.Anonymous : Service.Anonymous.WithAuthorization(header);

        (await client.GetAsync(ServiceClient.Me)).Header("www-authenticate").ShouldBe("Bearer");
        (await Service.Anonymous.TrySignInAsync("nobody", "wrong")).Header("www-authenticate").ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_new_token_authenticates_though_its_selector_was_asked_for_before()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bearer.GetAsync(ServiceClient.Me)));

        answers.ShouldAllBe(answer => answer.Status == 200);
    }
}
