using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.ServiceAccounts;

/// <summary>Programs' accounts and their tokens.</summary>
public abstract class ServiceAccountTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_service_account_is_made_listed_changed_and_removed()
    {
        var username = AccountCalls.Name();
        var made = await Service.Administrator.PostAsync(
            AccountCalls.ServiceAccounts, new { name = "Bot", username, rootRole = 2 });
        made.Status.ShouldBe(201, made.Body);
        made.Json.GetProperty("tokens").GetArrayLength().ShouldBe(0);
        var path = $"{AccountCalls.ServiceAccounts}/{made.Id()}";
        await Service.Administrator.PostAsync($"{path}/token", "{}");

        var changed = await Service.Administrator.PutAsync(path, new { name = "Robot", username = "ignored", rootRole = 3 });
        changed.Status.ShouldBe(200, changed.Body);
        var list = (await Service.Administrator.GetAsync(AccountCalls.ServiceAccounts)).Json;
        var listed = list.GetProperty("serviceAccounts").EnumerateArray()
            .Single(account => account.GetProperty("id").GetInt64() == made.Id());

        listed.GetProperty("accountType").GetString().ShouldBe("Service Account");
        listed.GetProperty("username").GetString().ShouldBe(username);
        listed.GetProperty("name").GetString().ShouldBe("Robot");
        listed.GetProperty("rootRole").GetInt32().ShouldBe(3);
        listed.GetProperty("tokens").EnumerateArray().ShouldHaveSingleItem().TryGetProperty("secret", out _).ShouldBeFalse();
        list.GetProperty("rootRoles").GetArrayLength().ShouldBe(3);
        (await Service.Administrator.DeleteAsync(path)).Status.ShouldBe(200);
        (await Service.Administrator.DeleteAsync(path)).ShouldBeError(404, "NotFoundError");
        foreach (var type in new[] { "service-account-created", "service-account-updated", "service-account-deleted" })
        {
            var entry = (await Service.EventsAsync(type))[0];
            entry.GetProperty(type.EndsWith("deleted", StringComparison.Ordinal) ? "preData" : "data")
                .GetProperty("id").GetInt64().ShouldBe(made.Id());
        }
    }

    [Fact]
    public async Task Its_token_acts_as_the_account_by_its_role()
    {
        var id = await Service.ServiceAccountAsync(rootRole: 1);
        var bearer = Service.Anonymous.WithAuthorization(
            (await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{id}/token", "{}")).Read<IssuedToken>().Secret);

        var me = (await bearer.GetAsync(ServiceClient.Me)).Json.GetProperty("user");
        me.GetProperty("id").GetInt64().ShouldBe(id);
        me.GetProperty("accountType").GetString().ShouldBe("Service Account");
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        (await Service.Administrator.PutAsync($"{AccountCalls.ServiceAccounts}/{id}", new { rootRole = 3 })).Status.ShouldBe(200);
        (await bearer.GetAsync(AccountCalls.Users)).ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task Its_tokens_follow_the_rules_of_personal_ones_and_the_log_names_the_administrator()
    {
        var (admin, name, adminId) = await Service.SignedInAsync(rootRole: 1);
        var id = await Service.ServiceAccountAsync();
        var path = $"{AccountCalls.ServiceAccounts}/{id}/token";

        var issued = await admin.PostAsync(path, """{"description":"one","expiresAt":"2099-04-19T08:15:14.000Z"}""");
        issued.Status.ShouldBe(201, issued.Body);
        issued.Header("cache-control").ShouldBe("no-store");
        issued.Read<IssuedToken>().UserId.ShouldBe(id);
        issued.Read<IssuedToken>().Secret.ShouldMatch("^user:v2_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$");
        var entry = (await Service.EventsAsync("pat-created"))[0];
        entry.GetProperty("createdBy").GetString().ShouldBe(name);
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(adminId);
        entry.GetProperty("data").GetProperty("ownerId").GetInt64().ShouldBe(id);
        entry.GetRawText().ShouldNotContain(issued.Read<IssuedToken>().Secret);

        (await admin.PostAsync(path, """{"description":"one"}""")).ShouldBeError(409, "NameExistsError", "PAT description already exists.");
        (await admin.PostAsync(path, """{"description":" "}""")).ShouldBreakRule("PAT description cannot be empty.");
        (await admin.PostAsync(path, """{"expiresAt":"2001-01-01T00:00:00Z"}""")).ShouldBreakRule("The expiry date should be in future.");
        for (var number = 1; number < 10; number++)
        {
            (await admin.PostAsync(path, "{}")).Status.ShouldBe(201);
        }

        (await admin.PostAsync(path, "{}")).ShouldBeError(403, "OperationDeniedError", "Too many PATs (10) already exist for this user.");
        (await admin.GetAsync(path)).Json.GetProperty("pats").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_before_the_response()
    {
        var path = $"{AccountCalls.ServiceAccounts}/{await Service.ServiceAccountAsync()}/token";
        var token = (await Service.Administrator.PostAsync(path, "{}")).Read<IssuedToken>();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);

        var (_, after) = await Race.UseWhileAsync(bearer, () => Service.Administrator.DeleteAsync($"{path}/{token.Id}"));

        after.ShouldAllBe(status => status == 401);
        (await Service.Administrator.DeleteAsync($"{path}/{token.Id}")).ShouldBeError(
            404, "NotFoundError", $"Could not find the token with ID \"{token.Id}\".");
    }

    [Fact]
    public async Task A_persons_account_is_no_service_account()
    {
        var (client, _, id) = await Service.SignedInAsync();
        var token = await client.IssueAsync();
        var path = $"{AccountCalls.ServiceAccounts}/{id}";
        var missing = $"Could not find the service account with ID \"{id}\".";

        (await Service.Administrator.PutAsync(path, new { name = "x" })).ShouldBeError(404, "NotFoundError", missing);
        (await Service.Administrator.DeleteAsync(path)).ShouldBeError(404, "NotFoundError", missing);
        (await Service.Administrator.GetAsync($"{path}/token")).ShouldBeError(404, "NotFoundError", missing);
        (await Service.Administrator.PostAsync($"{path}/token", "{}")).ShouldBeError(404, "NotFoundError", missing);
        (await Service.Administrator.DeleteAsync($"{path}/token/{token.Id}")).ShouldBeError(404, "NotFoundError", missing);
        (await client.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_accounts_token_is_not_found()
    {
        var (client, _, _) = await Service.SignedInAsync();
        var theirs = await client.IssueAsync();
        var id = await Service.ServiceAccountAsync();

        (await Service.Administrator.DeleteAsync($"{AccountCalls.ServiceAccounts}/{id}/token/{theirs.Id}")).ShouldBeError(404, "NotFoundError");

        (await client.ListAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"name":"","username":"bot-1","rootRole":2}""", "The name cannot be empty.")]
    [InlineData("""{"name":"Bot","username":"","rootRole":2}""", "The username cannot be empty.")]
    [InlineData("""{"name":"Bot","username":" bot","rootRole":2}""", "The username cannot begin or end with white space, or contain invisible characters.")]
    [InlineData("""{"name":"Bot","username":"bot-2","rootRole":7}""", "Could not find rootRole=7")]
    public async Task A_broken_rule_is_told(string body, string rule) =>
        (await Service.Administrator.PostAsync(AccountCalls.ServiceAccounts, body)).ShouldBreakRule(rule);

    [Fact]
    public async Task A_service_account_cannot_sign_in()
    {
        var username = AccountCalls.Name();
        await Service.Administrator.PostAsync(AccountCalls.ServiceAccounts, new { name = "Bot", username, rootRole = 1 });

        (await Service.Anonymous.TrySignInAsync(username, "")).ShouldBeError(401, "PasswordMismatch");
    }

    [Fact]
    public async Task Switched_off_tokens_are_switched_off_for_service_accounts_too()
    {
        var service = await StartAsync(("Pats:Enabled", "false"));
        var path = $"{AccountCalls.ServiceAccounts}/{await service.ServiceAccountAsync()}/token";

        (await service.Administrator.PostAsync(path, "{}")).ShouldBeError(404, "NotFoundError", "PATs are disabled.");
        (await service.Administrator.GetAsync(path)).Status.ShouldBe(200);
    }
}
