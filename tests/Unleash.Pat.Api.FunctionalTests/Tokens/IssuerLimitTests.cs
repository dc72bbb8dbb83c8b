using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>A token cannot make itself last: neither by a longer token, nor by a password.</summary>
public abstract class IssuerLimitTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Expiry = "2026-06-01T08:00:03.000Z";
    private const string Later = "2026-06-01T08:00:03.001Z";

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task A_chain_of_tokens_ends_with_the_first()
    {
        var service = await StartAsync(_time);
        var (owner, _, _) = await service.SignedInAsync();
        var first = service.Anonymous.WithAuthorization((await owner.IssueAsync($$"""{"expiresAt":"{{Expiry}}"}""")).Secret);

        var second = await first.IssueAsync();
        var third = await service.Anonymous.WithAuthorization(second.Secret).IssueAsync($$"""{"expiresAt":"{{Expiry}}"}""");

        second.ExpiresAt.ShouldBe(Expiry);
        third.ExpiresAt.ShouldBe(Expiry);
        (await first.PostAsync(ServiceClient.Tokens, $$"""{"expiresAt":"{{Later}}"}""")).ShouldBeError(
            403,
            "OperationDeniedError",
            $"A token cannot create a token that expires later than itself: not later than {Expiry}.");
        _time.Advance(TimeSpan.FromSeconds(3));
        (await service.Anonymous.WithAuthorization(third.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_child_outlives_neither_its_parents_expiry_nor_lives_longer_where_it_deletes_the_parent()
    {
        var service = await StartAsync(_time);
        var (owner, _, _) = await service.SignedInAsync();
        var parent = await owner.IssueAsync($$"""{"expiresAt":"{{Expiry}}"}""");
        var child = await service.Anonymous.WithAuthorization(parent.Secret).IssueAsync();
        var bearer = service.Anonymous.WithAuthorization(child.Secret);

        (await bearer.DeleteAsync(parent.Path)).Status.ShouldBe(200);

        (await bearer.PostAsync(ServiceClient.Tokens, """{"expiresAt":"9999-12-31T23:59:59.999Z"}"""))
            .ShouldBeError(403, "OperationDeniedError");
        (await bearer.IssueAsync()).ExpiresAt.ShouldBe(Expiry);
    }

    [Fact]
    public async Task The_limit_comes_after_the_rules_and_before_the_other_refusals()
    {
        var service = await StartAsync(_time, ("Pats:MaxPerUser", "1"));
        var (owner, _, _) = await service.SignedInAsync();
        var token = await owner.IssueAsync($$"""{"expiresAt":"{{Expiry}}","description":"one"}""");
        var bearer = service.Anonymous.WithAuthorization(token.Secret);

        (await bearer.PostAsync(ServiceClient.Tokens, $$"""{"expiresAt":"{{Later}}","description":" "}"""))
            .ShouldBreakRule("PAT description cannot be empty.");
        (await bearer.PostAsync(ServiceClient.Tokens, $$"""{"expiresAt":"{{Later}}","description":"one"}"""))
            .ShouldBeError(403, "OperationDeniedError").Message.ShouldContain(Expiry);
        (await bearer.PostAsync(ServiceClient.Tokens, $$"""{"expiresAt":"{{Expiry}}","description":"one"}"""))
            .ShouldBeError(403, "OperationDeniedError").Message.ShouldStartWith("Too many PATs (1)");
    }

    [Fact]
    public async Task An_administrators_token_makes_no_longer_tokens_of_any_kind()
    {
        var service = await StartAsync(_time);
        var bearer = await AdministratorsTokenAsync(service);
        var bot = await service.ServiceAccountAsync(rootRole: 1);
        var botTokens = $"{AccountCalls.ServiceAccounts}/{bot}/token";

        foreach (var (path, body) in new[] { (botTokens, "{}"), (AccountCalls.ApiTokens, AdminTokenBody()) })
        {
            var made = await bearer.PostAsync(path, body);
            made.Status.ShouldBe(201, made.Body);
            made.Json.GetProperty("expiresAt").GetString().ShouldBe(Expiry);
            var next = service.Anonymous.WithAuthorization(made.Json.GetProperty("secret").GetString()!);
            foreach (var (again, longer) in new[] { (botTokens, $$"""{"expiresAt":"{{Later}}"}"""), (AccountCalls.ApiTokens, AdminTokenBody(Later)) })
            {
                (await next.PostAsync(again, longer)).ShouldBeError(403, "OperationDeniedError").Message.ShouldContain(Expiry);
            }
        }
    }

    [Fact]
    public async Task Sessions_and_configured_tokens_have_no_limit()
    {
        var service = await StartAsync(_time);
        var (owner, _, _) = await service.SignedInAsync(rootRole: 1);

        (await owner.IssueAsync("""{"expiresAt":"9999-12-31T23:59:59.999Z"}""")).ExpiresAt.ShouldStartWith("9999");
        (await service.Administrator.PostAsync(AccountCalls.ApiTokens, AdminTokenBody("9999-12-31T23:59:59.999Z"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_configuration_lifts_the_limit()
    {
        var service = await StartAsync(_time, ("Pats:TokensMayOutliveIssuer", "true"));
        var bearer = await AdministratorsTokenAsync(service);

        (await bearer.IssueAsync("""{"expiresAt":"9999-12-31T23:59:59.999Z"}""")).ExpiresAt.ShouldStartWith("9999");
        (await bearer.IssueAsync()).ExpiresAt.ShouldBe("2026-07-01T08:00:00.000Z");
        (await bearer.PostAsync(AccountCalls.ApiTokens, AdminTokenBody("9999-12-31T23:59:59.999Z"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_longer_lived_token_makes_tokens_of_the_usual_lifetime()
    {
        var service = await StartAsync(_time);
        var (owner, _, _) = await service.SignedInAsync();
        var token = await owner.IssueAsync("""{"expiresAt":"2030-01-01T00:00:00Z"}""");

        (await service.Anonymous.WithAuthorization(token.Secret).IssueAsync()).ExpiresAt.ShouldBe("2026-07-01T08:00:00.000Z");
    }

    [Fact]
    public async Task A_token_sets_its_accounts_password_by_the_old_one_alone()
    {
        var (session, name, id) = await Service.SignedInAsync(rootRole: 1);
        var change = $"{AccountCalls.Users}/{id}/change-password";
        var password = "an entirely new one";
        var token = Service.Anonymous.WithAuthorization((await session.IssueAsync()).Secret);
        var made = await token.PostAsync(AccountCalls.ApiTokens, AdminTokenBody());
        var adminToken = Service.Anonymous.WithAuthorization(made.Json.GetProperty("secret").GetString()!);

        foreach (var client in new[] { token, adminToken })
        {
            (await client.PostAsync(change, new { password })).ShouldBeError(
                403,
                "OperationDeniedError",
                "A token cannot set the password of its own account. Change it with the old password, or sign in.");
            (await client.PutAsync($"{AccountCalls.Users}/{id}", new { name = "Eve", password })).Status.ShouldBe(200);
        }

        (await Service.Anonymous.TrySignInAsync(name, password)).Status.ShouldBe(401);
        (await token.PostAsync(
            AccountCalls.OwnPassword, new { oldPassword = "wrong", password, confirmPassword = password })).Status.ShouldBe(401);
        (await token.PostAsync(
            AccountCalls.OwnPassword,
            new { oldPassword = AccountCalls.GoodPassword, password, confirmPassword = password })).Status.ShouldBe(200);
        var other = await Service.PersonAsync();
        (await token.PostAsync($"{AccountCalls.Users}/{other.Id}/change-password", new { password })).Status.ShouldBe(200);
        var again = await Service.Anonymous.SignInAsync(name, password);
        (await again.PostAsync(change, new { password = AccountCalls.GoodPassword })).Status.ShouldBe(200);
    }

    private static string AdminTokenBody(string? expiresAt = null) => expiresAt is null
        ? $$"""{"tokenName":"{{AccountCalls.Name()}}","type":"admin"}"""
        : $$"""{"tokenName":"{{AccountCalls.Name()}}","type":"admin","expiresAt":"{{expiresAt}}"}""";

    private static async Task<ServiceClient> AdministratorsTokenAsync(TestService service)
    {
        var (owner, _, _) = await service.SignedInAsync(rootRole: 1);
        return service.Anonymous.WithAuthorization((await owner.IssueAsync($$"""{"expiresAt":"{{Expiry}}"}""")).Secret);
    }
}
