using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, section 9: accounts that are switched off.</summary>
public abstract class SwitchedOffAccountTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_user_who_is_switched_off_cannot_sign_in_has_no_session_and_no_token_and_loses_nothing()
    {
        var (client, name, id) = await Service.SignedInAsync();
        var token = await client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        var off = await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { enabled = false });

        off.Status.ShouldBe(200, off.Body);
        off.Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await bearer.GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        (await Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword)).ShouldBeError(401, "PasswordMismatch");

        var on = await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { enabled = true });
        on.Json.TryGetProperty("enabled", out _).ShouldBeFalse();
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401, "The session has ended.");
        (await Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_service_account_that_is_switched_off_has_no_token_and_verifies_none()
    {
        var id = await Service.ServiceAccountAsync();
        var path = $"{AccountCalls.ServiceAccounts}/{id}";
        var token = (await Service.Administrator.PostAsync($"{path}/token", "{}")).Read<IssuedToken>();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        (await Service.Administrator.PutAsync(path, new { enabled = false })).Status.ShouldBe(200);

        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await Service.Administrator.GetAsync(AccountCalls.ServiceAccounts)).Json.GetProperty("serviceAccounts").EnumerateArray()
            .Single(account => account.GetProperty("id").GetInt64() == id).GetProperty("enabled").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_enabled_administrator_cannot_be_switched_off_or_deleted()
    {
        var service = await StartAsync();
        var first = (await service.Administrator.GetAsync(AccountCalls.Users)).Json.GetProperty("users")[0].GetProperty("id").GetInt64();
        var (_, second) = await service.PersonAsync(rootRole: 1);
        (await service.Administrator.PutAsync($"{AccountCalls.Users}/{second}", new { enabled = false })).Status.ShouldBe(200);
        var path = $"{AccountCalls.Users}/{first}";
        const string Refusal = "The last administrator cannot be deleted, demoted or switched off.";

        (await service.Administrator.PutAsync(path, new { enabled = false })).ShouldBeError(403, "OperationDeniedError", Refusal);
        (await service.Administrator.PutAsync(path, new { rootRole = 3 })).ShouldBeError(403, "OperationDeniedError", Refusal);
        (await service.Administrator.DeleteAsync(path)).ShouldBeError(403, "OperationDeniedError", Refusal);

        (await service.Administrator.DeleteAsync($"{AccountCalls.Users}/{second}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_admin_token_is_refused_while_the_account_that_answers_for_it_is_switched_off()
    {
        var (client, _, id) = await Service.SignedInAsync(rootRole: 1);
        var created = await client.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        var bearer = Service.Anonymous.WithAuthorization(created.Json.GetProperty("secret").GetString()!);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { enabled = false });

        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_event_says_that_it_was_switched_off()
    {
        var (_, id) = await Service.PersonAsync();

        await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { enabled = false });

        var entry = (await Service.EventsAsync("user-updated")).First(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == id);
        entry.GetProperty("data").GetProperty("enabled").GetBoolean().ShouldBeFalse();
        entry.GetProperty("preData").TryGetProperty("enabled", out _).ShouldBeFalse();
    }
}
