using Unleash.Pat.Api.FunctionalTests.Inventory;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Policy;

/// <summary>The policy in force, and the check of another (docs/api.md, section 10).</summary>
public abstract class PolicyTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Policy = "/api/admin/policy";
    private const string Check = $"{Policy}/check";

    [Fact]
    public async Task Every_account_reads_the_policy_in_force()
    {
        var account = await Service.AccountAsync();

        (await account.Client.GetAsync(Policy)).Json.GetRawText().ShouldBe(
            """{"enabled":true,"maxPerUser":10,"defaultLifetime":"30.00:00:00","maxLifetime":null,"requireDescription":false,"tokensMayOutliveIssuer":false,"rotationOverlap":"00:00:00","revokeUnusedAfter":null,"deleteExpiredAfter":null,"expiryNotificationDays":[14,3],"scopes":null}""");
        (await Service.Anonymous.GetAsync(Policy)).ShouldBeError(401, "AuthenticationRequired");
        (await account.Client.PostAsync(Check, "{}")).ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task The_default_lifetime_is_the_one_that_tokens_get()
    {
        var service = await StartAsync(("Pats:MaxLifetime", "10.00:00:00"));

        (await service.Administrator.GetAsync(Policy)).Json.GetProperty("defaultLifetime").GetString().ShouldBe("10.00:00:00");
    }

    [Fact]
    public async Task A_check_counts_the_tokens_that_a_policy_would_refuse_and_whose_they_are()
    {
        var service = await StartAsync(("Pats:Scopes:deploy", "Deploy"), ("Pats:MaxLifetime", "400.00:00:00"), ("Authentication:Demo", "true"));
        var account = await service.AccountAsync();
        var other = await service.AccountAsync();
        await account.Client.IssueAsync("""{"description":"long"}""");
        await account.Client.IssueAsync();
        await other.Client.IssueAsync("""{"description":"short","scopes":["deploy"]}""");

        (await service.Administrator.PostAsync(Check, "{}")).Json.GetProperty("refused").GetInt64().ShouldBe(0);
        var lifetime = (await service.Administrator.PostAsync(Check, """{"maxLifetime":"29.00:00:00","scopes":null}""")).Json;
        lifetime.GetProperty("refused").GetInt64().ShouldBe(3);
        lifetime.GetProperty("accountsTotal").GetInt64().ShouldBe(2);
        var accounts = lifetime.GetProperty("accounts");
        accounts[0].GetProperty("id").GetInt64().ShouldBe(account.Id);
        accounts[0].GetProperty("email").GetString().ShouldBe(account.Email);
        accounts[0].GetProperty("tokens").GetInt64().ShouldBe(2);
        accounts[1].GetProperty("tokens").GetInt64().ShouldBe(1);
        (await service.Administrator.PostAsync(Check, """{"requireDescription":true}""")).Json.GetProperty("refused").GetInt64().ShouldBe(1);
        (await service.Administrator.PostAsync(Check, """{"scopes":[]}""")).Json.GetProperty("refused").GetInt64().ShouldBe(1);
        (await service.Administrator.PostAsync(Check, """{"maxLifetime":null}""")).Json.GetProperty("refused").GetInt64().ShouldBe(0);

        // The policy that is read can be sent back.
        var inForce = (await service.Administrator.GetAsync(Policy)).Body;
        (await service.Administrator.PostAsync(Check, inForce)).Json.GetProperty("refused").GetInt64().ShouldBe(0);
        (await service.Administrator.InventoryAsync("violatesPolicy=true")).Total().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"maxLifetime":"soon"}""", "/body/maxLifetime", "The `/body/maxLifetime` property must be a time span such as 90.00:00:00 for 90 days. You sent \"soon\".")]
    [InlineData("""{"requireDescription":"yes"}""", "/body/requireDescription", "The `/body/requireDescription` property must be boolean. You sent \"yes\".")]
    [InlineData("""{"scopes":{}}""", "/body/scopes", "The `/body/scopes` property must be array. You sent {}.")]
    public async Task A_policy_that_is_none_is_refused(string body, string path, string message) =>
        (await Service.Administrator.PostAsync(Check, body)).ShouldBreakSchema((path, message));

    [Theory]
    [InlineData("""{"scopes":[null]}""", "/body/scopes/0")]
    [InlineData("""{"scopes":[{"name":null}]}""", "/body/scopes/0")]
    [InlineData("""{"scopes":[{"name":"deploy"},{"name":"NO"}]}""", "/body/scopes/1")]
    public async Task A_scope_of_a_checked_policy_must_have_a_name(string body, string path)
    {
        var answer = await Service.Administrator.PostAsync("/api/admin/policy/check", body);

        answer.ShouldBeError(400, "BadDataError").Details.ShouldHaveSingleItem().Path.ShouldBe(path);
    }
}
