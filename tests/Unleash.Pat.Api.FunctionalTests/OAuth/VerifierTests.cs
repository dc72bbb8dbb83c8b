using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.1: who may verify the tokens of others, and how they say so.</summary>
public abstract class VerifierTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_service_account_says_who_it_is_in_any_of_four_ways()
    {
        var username = $"Bïlling+{AccountCalls.Name()} %41";
        var verifier = await Service.VerifierAsync(username);
        string[] headers =
        [
            OAuthCalls.Basic(username, verifier.Secret),
            OAuthCalls.Basic(username.ToUpperInvariant(), verifier.Secret),
            OAuthCalls.Basic(Uri.EscapeDataString(username), Uri.EscapeDataString(verifier.Secret)),
            OAuthCalls.Basic(Uri.EscapeDataString(username).Replace("%20", "+", StringComparison.Ordinal), verifier.Secret),
            OAuthCalls.Basic(username, verifier.Secret).Replace("Basic", "basic", StringComparison.Ordinal),
            $"Bearer {verifier.Secret}",
            verifier.Secret,
        ];

        foreach (var header in headers)
        {
            (await Service.Anonymous.WithAuthorization(header).IntrospectAsync(verifier.Secret))
                .Json.GetProperty("active").GetBoolean().ShouldBeTrue();
        }

        var inForm = await Service.Anonymous.PostFormAsync(
            OAuthCalls.Introspect, ("client_secret", verifier.Secret), ("token", verifier.Secret), ("client_id", username.ToUpperInvariant()));
        inForm.Json.GetProperty("active").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_admin_token_may_verify_too()
    {
        var made = await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        foreach (var secret in new[] { TestService.AdminToken, made.Json.GetProperty("secret").GetString()! })
        {
            await Service.Anonymous.WithAuthorization(secret).ShouldBeInactiveAsync("x");
            await Service.Anonymous.WithAuthorization($"Bearer {secret}").ShouldBeInactiveAsync("x");
            await Service.Anonymous.WithAuthorization(OAuthCalls.Basic("any", secret)).ShouldBeInactiveAsync("x");
            await Service.Anonymous.WithAuthorization(OAuthCalls.Basic("any", Uri.EscapeDataString(secret))).ShouldBeInactiveAsync("x");
        }
    }

    [Fact]
    public async Task No_credentials_and_wrong_ones_are_told_to_use_basic()
    {
        var verifier = await Service.VerifierAsync();
        var other = await Service.VerifierAsync();
        var wrong = verifier.Secret[..^1] + (verifier.Secret[^1] == 'A' ? 'B' : 'A');
        string?[] headers =
        [
            null, "", "Basic", "Basic ", "Basic %%%", "Basic YQ", "x", "Bearer", $"Bearer {wrong}", OAuthCalls.Basic(verifier.Username, wrong),
            OAuthCalls.Basic(other.Username, verifier.Secret), OAuthCalls.Basic("", verifier.Secret), OAuthCalls.Basic(verifier.Secret, ""),
            OAuthCalls.BasicOf([0xFF, 0xFE, (byte)':', 0xC3]), OAuthCalls.BasicOf(Encoding.UTF8.GetBytes("no-colon")),
            OAuthCalls.Basic("\0", "\0"), OAuthCalls.Basic(new string('x', 9_000), verifier.Secret), "Digest username=\"x\"",
        ];

        foreach (var header in headers)
        {
            var client = header is null ? Service.Anonymous : Service.Anonymous.WithAuthorization(header);
            ShouldBeRefused(await client.PostFormAsync(OAuthCalls.Introspect, ("token", verifier.Secret)));
        }

        (string, string)[][] forms =
        [
            [("client_id", verifier.Username)],
            [("client_secret", verifier.Secret)],
            [("client_id", verifier.Username), ("client_secret", wrong)],
            [("client_id", other.Username), ("client_secret", verifier.Secret)],
            [("client_id", ""), ("client_secret", "")],
        ];
        foreach (var form in forms)
        {
            ShouldBeRefused(await Service.Anonymous.PostFormAsync(OAuthCalls.Introspect, [.. form, ("token", verifier.Secret)]));
        }

        ShouldBeRefused(await verifier.Client.PostFormAsync(
            OAuthCalls.Introspect, ("token", verifier.Secret), ("client_id", other.Username)));
        ShouldBeRefused(await Service.Anonymous.PostAsync(OAuthCalls.Introspect, "{}"));
    }

    [Fact]
    public async Task Two_ways_in_one_request_are_refused()
    {
        var verifier = await Service.VerifierAsync();

        (await verifier.Client.PostFormAsync(
            OAuthCalls.Introspect, ("token", "x"), ("client_id", verifier.Username), ("client_secret", verifier.Secret)))
            .ShouldBeError(400, "BadRequestError");
        (await verifier.Client.PostFormAsync(OAuthCalls.Introspect, ("token", "x"), ("client_id", verifier.Username))).Status.ShouldBe(200);
        (await Service.Anonymous.PostFormAsync(
            OAuthCalls.Introspect, ("token", "x"), ("client_id", "a"), ("client_id", "a"), ("client_secret", "b")))
            .ShouldBreakSchema(("/body/client_id", "The `/body/client_id` property must be sent once."));
    }

    [Fact]
    public async Task A_user_may_not_verify_whatever_the_role_is()
    {
        var owner = await Service.AccountAsync(new() { Role = Domain.Users.RootRole.Admin });
        var token = await owner.Client.IssueAsync();

        foreach (var header in new[] { token.Secret, $"Bearer {token.Secret}", OAuthCalls.Basic(owner.Email, token.Secret) })
        {
            (await Service.Anonymous.WithAuthorization(header).PostFormAsync(OAuthCalls.Introspect, ("token", token.Secret)))
                .ShouldBeError(403, "NoAccessError");
        }

        // A session is no credential here.
        ShouldBeRefused(await owner.Client.PostFormAsync(OAuthCalls.Introspect, ("token", token.Secret)));
    }

    [Fact]
    public async Task A_browsers_session_and_origin_do_not_matter()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();

        var answer = await Service.Anonymous.WithCookie(owner.Client.Cookie!, OAuthCalls.Basic(verifier.Username, verifier.Secret)).SendAsync(
            HttpMethod.Post, OAuthCalls.Introspect, OAuthCalls.Raw("token=x"), ("origin", "https://elsewhere.example"));

        answer.Body.ShouldBe("""{"active":false}""");
    }

    [Fact]
    public async Task A_revoked_verifier_is_refused_at_once()
    {
        var verifier = await Service.VerifierAsync();
        await verifier.Client.ShouldBeInactiveAsync("x");

        await Service.Administrator.DeleteAsync($"{AccountCalls.ServiceAccounts}/{verifier.Id}/token/{verifier.TokenId}");

        ShouldBeRefused(await verifier.Client.PostFormAsync(OAuthCalls.Introspect, ("token", "x")));
    }

    [Fact]
    public async Task Refused_credentials_are_counted_once_a_request()
    {
        var time = new FakeTimeProvider(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var verifier = await service.VerifierAsync();
        string[] headers = [OAuthCalls.Basic("x", "a%41"), OAuthCalls.Basic("x", verifier.Secret), "Basic %%%"];
        foreach (var header in headers)
        {
            ShouldBeRefused(await service.Anonymous.WithAuthorization(header).PostFormAsync(OAuthCalls.Introspect, ("token", "x")));
        }

        ShouldBeRefused(await service.Anonymous.PostFormAsync(OAuthCalls.Introspect, ("token", "x")));

        var events = await Eventually.GetAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return await service.EventsAsync("token-authentication-failed");
            },
            found => found.Count > 0,
            null,
            Cancel);
        events.Sum(entry => entry.GetProperty("data").GetProperty("count").GetInt64()).ShouldBe(3);
        JsonSerializer.Serialize(events).ShouldNotContain(verifier.Secret);
    }

    private static void ShouldBeRefused(Answer answer)
    {
        answer.ShouldBeError(401, "UnauthorizedError");
        answer.Header("www-authenticate").ShouldBe("Basic realm=\"Unleash.Pat\"");
    }
}
