using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.AdminTokens;

/// <summary>Admin tokens that administrators issue.</summary>
public abstract class ApiTokenTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_issued_token_is_shown_once_and_administers()
    {
        var answer = await IssueAsync(Service);

        answer.Json.GetProperty("type").GetString().ShouldBe("admin");
        answer.Json.GetProperty("environment").GetString().ShouldBe("*");
        answer.Json.GetProperty("projects").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("*");
        var secret = Secret(answer);
        secret.ShouldMatch(@"^\*:\*\.[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$");
        var bearer = Service.Anonymous.WithAuthorization($"Bearer {secret}");
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        (await bearer.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(403, "NoAccessError");
        var list = await Service.Administrator.GetAsync(AccountCalls.ApiTokens);
        list.Body.ShouldNotContain(secret[30..]);
        list.Body.ShouldNotContain("\"secret\"");
        (await Service.Administrator.GetAsync(ServiceClient.Events)).Body.ShouldNotContain(secret[30..]);
        string.Concat(Service.Logs.Lines).ShouldNotContain(secret[30..]);
    }

    [Fact]
    public async Task A_configured_token_is_listed_without_id_and_secret()
    {
        var list = await Service.Administrator.GetAsync(AccountCalls.ApiTokens);

        var configured = list.Json.GetProperty("tokens").EnumerateArray()
            .Where(token => token.GetProperty("configured").GetBoolean()).ShouldHaveSingleItem();
        configured.GetProperty("tokenName").GetString().ShouldBe("admin token 0");
        configured.GetProperty("id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        list.Body.ShouldNotContain(TestService.AdminToken);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Who_is_no_administrator_sees_none(int role)
    {
        await IssueAsync(Service);
        var account = await Service.AccountAsync(new() { Role = RootRole.FromId(role)! });

        var list = await account.Client.GetAsync(AccountCalls.ApiTokens);

        list.Status.ShouldBe(200);
        list.Body.ShouldBe("""{"tokens":[]}""");
    }

    [Fact]
    public async Task A_revoked_token_is_refused_before_the_response_and_revoking_is_idempotent()
    {
        var answer = await IssueAsync(Service);
        var bearer = Service.Anonymous.WithAuthorization(Secret(answer));
        var path = $"{AccountCalls.ApiTokens}/{answer.Id()}";

        var (_, after) = await Race.UseWhileAsync(bearer, () => Service.Administrator.DeleteAsync(path));

        after.ShouldAllBe(status => status == 401);
        (await Service.Administrator.DeleteAsync(path)).Status.ShouldBe(200);
        (await Service.EventsAsync("api-token-deleted")).Count(entry =>
            entry.GetProperty("preData").GetProperty("id").GetInt64() == answer.Id()).ShouldBe(1);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.ApiTokens}/x")).ShouldBeError(400, "BadDataError");
    }

    [Fact]
    public async Task A_token_dies_at_its_expiry()
    {
        var time = new FakeTimeProvider(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var bearer = service.Anonymous.WithAuthorization(Secret(await service.Administrator.PostAsync(
            AccountCalls.ApiTokens, """{"tokenName":"ops","type":"admin","expiresAt":"2026-06-01T08:00:10Z"}""")));
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        time.Advance(TimeSpan.FromSeconds(10));

        (await bearer.GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");
    }

    [Theory]
    [InlineData("client")]
    [InlineData("backend")]
    [InlineData("FRONTEND")]
    [InlineData("")]
    public async Task Other_types_come_from_Unleash(string type) =>
        (await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = "x", type })).ShouldBreakRule(
            "This service creates API tokens of type admin only; client, backend and frontend tokens come from Unleash itself.");

    [Fact]
    public async Task A_name_is_one_however_it_is_composed()
    {
        (await IssueAsync(Service, "caf\u00e9")).Json.GetProperty("tokenName").GetString().ShouldBe("caf\u00e9");

        (await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = "cafe\u0301", type = "admin" }))
            .ShouldBeError(409, "NameExistsError");
    }

    [Fact]
    public async Task A_name_of_a_configured_token_is_taken() =>
        (await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = "Admin token 0", type = "admin" }))
            .ShouldBeError(409, "NameExistsError");

    [Theory]
    [InlineData("nightly")]
    [InlineData("Émile 👩\u200d💻 ❤\ufe0f")]
    public async Task A_name_is_taken_byte_for_byte_and_free_again_with_its_token(string tokenName)
    {
        var answer = await IssueAsync(Service, tokenName);
        answer.Json.GetProperty("tokenName").GetString().ShouldBe(tokenName);
        await IssueAsync(Service, tokenName.ToUpperInvariant());

        (await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName, type = "admin" }))
            .ShouldBeError(409, "NameExistsError", "An admin token with that name already exists.");

        await Service.Administrator.DeleteAsync($"{AccountCalls.ApiTokens}/{answer.Id()}");
        await IssueAsync(Service, tokenName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x")]
    [InlineData("x\u00a0")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u200b")]
    [InlineData("ops\u200b")]
    [InlineData("\u202espo")]
    public async Task Nothing_hides_in_a_name(string tokenName) =>
        (await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName, type = "admin" })).ShouldBreakRule(
            "The tokenName cannot be empty, begin or end with white space, or contain invisible characters.");

    [Fact]
    public async Task An_altered_secret_is_refused()
    {
        var secret = Secret(await IssueAsync(Service));
        var pat = $"user:v2_{secret[4..]}";

        foreach (var altered in new[] { secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), secret[..^1], secret + "A", pat })
        {
            (await Service.Anonymous.WithAuthorization(altered).GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");
        }
    }

    [Fact]
    public async Task Its_use_is_told_apart_from_a_persons_in_the_log()
    {
        var bearer = Service.Anonymous.WithAuthorization(Secret(await IssueAsync(Service, "ops")));
        await bearer.PostAsync(AccountCalls.Users, new { username = AccountCalls.Name(), rootRole = 3 });

        var entry = (await Service.EventsAsync("user-created"))[0];
        entry.GetProperty("createdBy").GetString().ShouldBe("admin token \"ops\"");
        entry.GetProperty("createdByUserId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private static async Task<Answer> IssueAsync(TestService service, string? tokenName = null)
    {
        var answer = await service.Administrator.PostAsync(
            AccountCalls.ApiTokens, new { tokenName = tokenName ?? AccountCalls.Name(), type = "ADMIN" });
        answer.Status.ShouldBe(201, answer.Body);
        return answer;
    }

    private static string Secret(Answer answer) => answer.Json.GetProperty("secret").GetString()!;
}
