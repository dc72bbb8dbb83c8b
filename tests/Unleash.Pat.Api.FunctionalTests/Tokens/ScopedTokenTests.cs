using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.6: what a token with scopes may do. <c>ScopeMatrixTests</c> has every route.</summary>
public abstract class ScopedTokenTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string NeedsRead = """This token's scopes do not allow this. It needs "api:read".""";
    private const string NeedsWrite = """This token's scopes do not allow this. It needs "api:write".""";

    [Fact]
    public async Task A_token_without_api_scopes_knows_itself_revokes_itself_and_nothing_else()
    {
        var account = await Service.AccountAsync();
        var other = await account.Client.IssueAsync();
        var own = await account.Client.IssueAsync("""{"scopes":["deploy:write"]}""");
        var bearer = Service.Anonymous.WithAuthorization(own.Secret);

        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await bearer.GetAsync($"{ServiceClient.Tokens}/current")).Id().ShouldBe(own.Id);
        (await bearer.GetAsync(own.Path)).ShouldBeError(403, "NoAccessError", NeedsRead);
        (await bearer.SendAsync(HttpMethod.Head, ServiceClient.Tokens)).Status.ShouldBe(403);
        (await bearer.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(403, "NoAccessError", NeedsWrite);
        foreach (var id in new[] { $"{other.Id}", "999999999", "x", $"%20{own.Id}", $"+{own.Id}", $"{own.Id}.0" })
        {
            (await bearer.DeleteAsync($"{ServiceClient.Tokens}/{id}")).ShouldBeError(403, "NoAccessError", NeedsWrite);
        }

        (await bearer.PostAsync($"{other.Path}/rotate", "{}")).ShouldBeError(403, "NoAccessError", NeedsWrite);
        foreach (var itself in new[] { own.Path, $"{ServiceClient.Tokens}/current" })
        {
            var rotated = await bearer.PostAsync($"{itself}/rotate", "{}");
            rotated.Status.ShouldBe(201, rotated.Body);
            rotated.Json.GetProperty("scopes").GetRawText().ShouldBe("""["deploy:write"]""");
            bearer = Service.Anonymous.WithAuthorization(rotated.Json.GetProperty("secret").GetString()!);
        }

        (await bearer.DeleteAsync(own.Path)).Status.ShouldBe(200);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await account.Client.ListAsync()).ShouldHaveSingleItem().Id.ShouldBe(other.Id);
    }

    [Fact]
    public async Task The_scope_is_checked_after_the_credentials_and_before_the_body_and_the_permission()
    {
        var owner = await Service.AccountAsync(new() { Role = RootRole.Viewer });
        var bearer = Service.Anonymous.WithAuthorization((await owner.Client.IssueAsync("""{"scopes":["api:read"]}""")).Secret);

        (await bearer.SendAsync(HttpMethod.Post, ServiceClient.Tokens, OAuthCalls.Raw("x", "text/plain")))
            .ShouldBeError(403, "NoAccessError", NeedsWrite);
        (await bearer.PostAsync(AccountCalls.Users, "{")).ShouldBeError(403, "NoAccessError", NeedsWrite);
        (await bearer.GetAsync(AccountCalls.Users)).ShouldBeError(403, "NoAccessError").Message.ShouldContain("ADMIN");
        (await bearer.SendAsync(HttpMethod.Put, ServiceClient.Me)).ShouldBeError(405, "MethodNotAllowedError");
        (await bearer.PostAsync("/api/admin/nothing", "{}")).ShouldBeError(404, "NotFoundError");
        (await bearer.GetAsync("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_session_counts_and_not_the_token_that_is_sent_beside_it()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"scopes":[]}""");

        (await Service.Anonymous.WithCookie(account.Client.Cookie!, token.Secret).GetAsync(ServiceClient.Tokens)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_gives_no_scope_that_it_lacks()
    {
        var owner = await Service.AccountAsync(new() { Role = RootRole.Admin });
        var bearer = Service.Anonymous.WithAuthorization(
            (await owner.Client.IssueAsync("""{"scopes":["api:write","deploy:write"]}""")).Secret);
        var accountTokens = $"{AccountCalls.ServiceAccounts}/{await Service.ServiceAccountAsync()}/token";

        foreach (var path in new[] { ServiceClient.Tokens, accountTokens })
        {
            (await bearer.PostAsync(path, """{"scopes":["api:read","deploy:read"]}""")).ShouldBeError(
                403, "NoAccessError", """A token cannot give a scope that it lacks itself: "deploy:read".""");
            foreach (var body in new[] { "{}", """{"scopes":null}""" })
            {
                (await bearer.PostAsync(path, body)).ShouldBeError(
                    403,
                    "NoAccessError",
                    "A token with scopes cannot give all rights of the account. Name the scopes of the new token, out of its own.");
            }

            (await bearer.PostAsync(path, """{"scopes":["api:read","deploy:write"]}""")).Status.ShouldBe(201);
            (await bearer.PostAsync(path, """{"scopes":["Deploy"]}""")).ShouldBeError(400, "BadDataError");
        }

        (await owner.Client.ListAsync()).Count.ShouldBe(2);

        // A new secret is as good as a new token.
        var unrestricted = await owner.Client.IssueAsync();
        (await bearer.PostAsync($"{unrestricted.Path}/rotate", "{}")).ShouldBeError(403, "NoAccessError").Message.ShouldContain("all rights");
        var other = await owner.Client.IssueAsync("""{"scopes":["deploy:read"]}""");
        (await bearer.PostAsync($"{other.Path}/rotate", "{}")).ShouldBeError(403, "NoAccessError").Message.ShouldContain("deploy:read");
    }

    [Fact]
    public async Task A_token_with_scopes_creates_and_takes_over_no_admin_token()
    {
        const string Message = "A token with scopes cannot create or take over an admin token, which may do everything.";
        var owner = await Service.AccountAsync(new() { Role = RootRole.Admin });
        var bearer = Service.Anonymous.WithAuthorization((await owner.Client.IssueAsync("""{"scopes":["api:write"]}""")).Secret);
        var body = new { tokenName = AccountCalls.Name(), type = "admin" };

        (await bearer.PostAsync(AccountCalls.ApiTokens, body)).ShouldBeError(403, "NoAccessError", Message);

        var admin = await Service.Administrator.PostAsync(AccountCalls.ApiTokens, body);
        admin.Status.ShouldBe(201, admin.Body);
        (await bearer.SendAsync(HttpMethod.Post, $"{AccountCalls.ApiTokens}/{admin.Id()}/take-over")).ShouldBeError(403, "NoAccessError", Message);
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("""["deploy:write"]""", false)]
    [InlineData("""["api:read"]""", true)]
    [InlineData("""["api:write"]""", true)]
    public async Task A_verifier_only_reads(string scopes, bool isEnough)
    {
        var verifier = await Service.VerifierAsync();
        var token = await Service.Administrator.PostAsync(
            $"{AccountCalls.ServiceAccounts}/{verifier.Id}/token", $$"""{"scopes":{{scopes}}}""");
        var secret = token.Json.GetProperty("secret").GetString()!;
        var bearer = Service.Anonymous.WithAuthorization($"Bearer {secret}");
        Answer[] answers =
        [
            await bearer.PostFormAsync(OAuthCalls.Introspect, ("token", verifier.Secret)),
            await Service.Anonymous.WithAuthorization(OAuthCalls.Basic(verifier.Username, secret))
                .PostFormAsync(OAuthCalls.Introspect, ("token", verifier.Secret)),
            await Service.Anonymous.PostFormAsync(
                OAuthCalls.Introspect, ("token", verifier.Secret), ("client_id", verifier.Username), ("client_secret", secret)),
            await bearer.SendAsync(HttpMethod.Head, OAuthCalls.Revocations),
        ];

        answers.Select(answer => answer.Status).Distinct().ShouldBe([isEnough ? 200 : 403]);
        if (!isEnough)
        {
            answers[0].ShouldBeError(403, "NoAccessError", NeedsRead);
        }

        (await bearer.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(200);
        (await Service.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", secret))).Status.ShouldBe(200);
        (await bearer.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
    }
}
