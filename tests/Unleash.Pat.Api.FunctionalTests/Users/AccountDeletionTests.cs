using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Deletion and demotion take effect at once, and never remove the last administrator.</summary>
public abstract class AccountDeletionTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string LastAdmin =
        "The last administrator cannot be deleted, demoted or switched off.";

    [Fact]
    public async Task A_deleted_users_token_is_refused_before_the_response()
    {
        var (client, _, id) = await Service.SignedInAsync();
        var bearer = Service.Anonymous.WithAuthorization((await client.IssueAsync()).Secret);

        var (_, after) = await Race.UseWhileAsync(bearer, () => Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}"));

        after.ShouldAllBe(status => status == 401);
        (await bearer.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_deleted_service_accounts_token_is_refused_before_the_response()
    {
        var id = await Service.ServiceAccountAsync();
        var path = $"{AccountCalls.ServiceAccounts}/{id}";
        var token = (await Service.Administrator.PostAsync($"{path}/token", "{}")).Read<IssuedToken>();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);

        var (_, after) = await Race.UseWhileAsync(bearer, () => Service.Administrator.DeleteAsync(path));

        after.ShouldAllBe(status => status == 401);
    }

    [Fact]
    public async Task The_log_keeps_a_deleted_users_name_and_the_id_is_not_reused()
    {
        var (client, name, id) = await Service.SignedInAsync();
        await client.IssueAsync();
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}")).Status.ShouldBe(200);

        var deleted = (await Service.EventsAsync("user-deleted"))[0];
        deleted.GetProperty("preData").GetProperty("id").GetInt64().ShouldBe(id);
        deleted.GetProperty("preData").GetProperty("username").GetString().ShouldBe(name);
        deleted.GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var issued = (await Service.EventsAsync("pat-created"))[0];
        issued.GetProperty("createdBy").GetString().ShouldBe(name);
        issued.GetProperty("createdByUserId").GetInt64().ShouldBe(id);
        (await Service.PersonAsync()).Id.ShouldBeGreaterThan(id);
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username = name, rootRole = 3 })).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Demotion_takes_the_permission_from_sessions_and_tokens_at_once()
    {
        var (client, _, id) = await Service.SignedInAsync(rootRole: 1);
        var bearer = Service.Anonymous.WithAuthorization((await client.IssueAsync()).Secret);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        (await client.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 3 })).Status.ShouldBe(200);

        foreach (var demoted in new[] { bearer, client })
        {
            (await demoted.GetAsync(AccountCalls.Users)).ShouldBeError(
                403, "NoAccessError", "You need the \"ADMIN\" permission to perform this action.");
            (await demoted.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 1 })).ShouldBeError(403, "NoAccessError");
        }
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var service = await StartAsync();
        var admin = await service.Anonymous.SignInAsync(TestService.AdminName, TestService.AdminPassword);
        var id = (await admin.GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("id").GetInt64();
        await service.ServiceAccountAsync(rootRole: 1);

        foreach (var client in new[] { admin, service.Administrator })
        {
            (await client.DeleteAsync($"{AccountCalls.Users}/{id}")).ShouldBeError(403, "OperationDeniedError", LastAdmin);
            (await client.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 2 })).ShouldBeError(403, "OperationDeniedError", LastAdmin);
            (await client.PutAsync($"{AccountCalls.Users}/{id}", new { name = "Root", rootRole = 1 })).Status.ShouldBe(200);
        }

        var (_, second) = await service.PersonAsync(rootRole: 1);
        (await admin.DeleteAsync($"{AccountCalls.Users}/{id}")).Status.ShouldBe(200);
        (await service.Administrator.DeleteAsync($"{AccountCalls.Users}/{second}")).ShouldBeError(403, "OperationDeniedError", LastAdmin);
    }

    [Fact]
    public async Task Of_administrators_deleted_and_demoted_at_once_one_stays()
    {
        var service = await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.PersonAsync(rootRole: 1)));
            var admins = await AdminsAsync(service);

            var answers = await Task.WhenAll(admins.Select((id, number) => Task.Run(() => number % 2 == 0
                ? service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}")
                : service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 3 }))));

            answers.Count(answer => answer.Status == 200).ShouldBe(admins.Count - 1);
            answers.Where(answer => answer.Status != 200).ShouldHaveSingleItem()
                .ShouldBeError(403, "OperationDeniedError", LastAdmin);
            (await AdminsAsync(service)).Count.ShouldBe(1);
        }
    }

    private static async Task<List<long>> AdminsAsync(TestService service) =>
        [.. (await service.Administrator.GetAsync(AccountCalls.Users)).Json.GetProperty("users").EnumerateArray()
            .Where(user => user.GetProperty("rootRole").GetInt32() == 1)
            .Select(user => user.GetProperty("id").GetInt64())];
}
