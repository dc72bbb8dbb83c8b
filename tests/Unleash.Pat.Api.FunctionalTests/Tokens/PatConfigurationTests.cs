using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 6: <c>Pats:…</c>.</summary>
public abstract class PatConfigurationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"description":null}""")]
    [InlineData("""{"description":""}""")]
    public async Task A_description_can_be_required(string body)
    {
        var account = await AccountAsync(("Pats:RequireDescription", "true"));

        (await account.Client.PostAsync(ServiceClient.Tokens, body)).ShouldBreakRule("PAT description cannot be empty.");
        await account.Client.IssueAsync("""{"description":"named"}""");
    }

    [Fact]
    public async Task The_limit_is_configured_and_named()
    {
        var account = await AccountAsync(("Pats:MaxPerUser", "12"));
        for (var number = 0; number < 12; number++)
        {
            await account.Client.IssueAsync();
        }

        (await account.Client.PostAsync(ServiceClient.Tokens, "{}"))
            .ShouldBeError(403, "OperationDeniedError", "Too many PATs (12) already exist for this user.");
    }

    [Fact]
    public async Task The_default_lifetime_is_configured()
    {
        var account = await AccountAsync(("Pats:DefaultLifetime", "1.06:00:00"));

        (await account.Client.IssueAsync()).ExpiresAt.ShouldBe("2026-06-02T14:00:00.000Z");
    }

    [Fact]
    public async Task The_longest_lifetime_is_configured_and_the_latest_date_named()
    {
        var account = await AccountAsync(("Pats:MaxLifetime", "90.00:00:00"));

        (await account.Client.IssueAsync("""{"expiresAt":"2026-08-30T08:00:00.000Z"}""")).ExpiresAt.ShouldBe("2026-08-30T08:00:00.000Z");
        (await account.Client.PostAsync(ServiceClient.Tokens, """{"expiresAt":"2026-08-30T08:00:00.001Z"}"""))
            .ShouldBeError(400, "BadDataError").Details.ShouldHaveSingleItem().Message.ShouldContain("2026-08-30T08:00:00.000Z");
    }

    [Fact]
    public async Task The_default_lifetime_gives_way_to_the_longest()
    {
        var account = await AccountAsync(("Pats:MaxLifetime", "1.00:00:00"));

        (await account.Client.IssueAsync()).ExpiresAt.ShouldBe("2026-06-02T08:00:00.000Z");
    }

    [Fact]
    public async Task Switched_off_nothing_can_be_created_and_what_exists_can_be_read()
    {
        var account = await AccountAsync(("Pats:Enabled", "false"));

        (await account.Client.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(404, "NotFoundError", "PATs are disabled.");
        (await account.Client.GetAsync(ServiceClient.Tokens)).Json.GetProperty("pats").GetArrayLength().ShouldBe(0);
        (await account.Client.GetAsync($"{ServiceClient.Tokens}/1")).Status.ShouldBe(404);
        (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_base_path_is_in_front_of_everything()
    {
        var service = await StartAsync(("BasePath", "unleash/"));
        var withoutDemo = await StartAsync(("BasePath", "unleash/"), ("Authentication:Demo", "false"));

        (await withoutDemo.Anonymous.GetAsync("/unleash/api/admin/user")).ShouldBeError(401, "AuthenticationRequired")
            .Message.ShouldEndWith("Try logging in at /unleash/auth/simple/login.");
        (await service.Anonymous.GetAsync("/unleash/x")).ShouldBeError(
            404, "NotFoundError", "The path you were looking for (/unleash/x) is not available.");
        var login = await service.Anonymous.PostAsync("/unleash/auth/demo/login", """{"email":"a@example.com"}""");
        login.Header("set-cookie").ShouldNotBeNull().ShouldContain("path=/unleash");
    }

    private async Task<TestAccount> AccountAsync(params (string Key, string Value)[] settings) =>
        await (await StartAsync(_time, settings)).AccountAsync();
}
