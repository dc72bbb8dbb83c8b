using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Inventory;

/// <summary>Revoking many tokens after a dry run (docs/api.md, section 9).</summary>
public abstract class RevokeTokensTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_dry_run_shows_what_would_go_and_changes_nothing()
    {
        var (account, _) = await AccountWithTokensAsync(10);
        foreach (var body in new object[] { new { filter = new { userId = account.Id } }, new { filter = new { userId = account.Id }, dryRun = true, expected = 3 } })
        {
            var answer = await Service.Administrator.PostAsync(InventoryCalls.Revoke, body);

            answer.Status.ShouldBe(200, answer.Body);
            answer.Json.GetProperty("matched").GetInt64().ShouldBe(10);
            answer.Json.GetProperty("revoked").GetInt64().ShouldBe(0);
            answer.Json.GetProperty("sample").GetArrayLength().ShouldBe(10);
            answer.Json.GetProperty("sample")[0].GetProperty("owner").GetProperty("id").GetInt64().ShouldBe(account.Id);
        }

        (await account.Client.ListAsync()).Count.ShouldBe(10);
    }

    [Fact]
    public async Task What_is_expected_goes_at_once_with_an_event_each()
    {
        var (account, tokens) = await AccountWithTokensAsync(3);

        (await RevokeAsync(account.Id, 2)).ShouldBeError(409, "ConflictError", "The filter matches 3 tokens and not 2, as expected. Nothing was revoked.");
        (await account.Client.ListAsync()).Count.ShouldBe(3);
        var answer = await RevokeAsync(account.Id, 3);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetRawText().ShouldBe("""{"matched":3,"revoked":3}""");
        (await account.Client.ListAsync()).ShouldBeEmpty();
        var events = (await Service.EventsAsync("pat-deleted")).Select(entry => entry.GetProperty("data")).ToList();
        foreach (var token in tokens)
        {
            (await Service.Anonymous.WithAuthorization(token.Secret!).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
            events.Count(data => data.GetProperty("id").GetInt64() == token.Id && data.GetProperty("ownerId").GetInt64() == account.Id).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("""{}""", "/body/filter", "The `/body/filter` property is required. It was not present on the data you sent.")]
    [InlineData("""{"filter":[]}""", "/body/filter", "The `/body/filter` property must be object. You sent [].")]
    [InlineData("""{"filter":{"userID":1}}""", "/body/filter/userID", "The `/body/filter/userID` property is not known. You sent 1.")]
    [InlineData("""{"filter":{"state":"x"}}""", "/body/filter/state", "The `/body/filter/state` property must be one of active, expired, disabled. You sent \"x\".")]
    [InlineData("""{"filter":{"neverExpires":false}}""", "/body/filter/neverExpires", "The `/body/filter/neverExpires` property must be true, or absent. You sent false.")]
    [InlineData("""{"filter":{"userId":1},"dryRun":"no"}""", "/body/dryRun", "The `/body/dryRun` property must be boolean. You sent \"no\".")]
    public async Task What_is_not_understood_revokes_nothing(string body, string path, string message) =>
        (await Service.Administrator.PostAsync(InventoryCalls.Revoke, body)).ShouldBreakSchema((path, message));

    // Threat: what is left out would revoke more than was meant.
    [Theory]
    [InlineData("state", "must be one of active, expired, disabled")]
    [InlineData("accountType", "must be one of User, Service Account")]
    [InlineData("scope", "must have the form of a scope")]
    [InlineData("query", "must contain more than white space")]
    public async Task An_empty_text_in_a_body_is_not_absent(string name, string demand)
    {
        var account = await Service.AccountAsync();
        var filter = new Dictionary<string, object> { ["userId"] = account.Id, [name] = "" };

        (await Service.Administrator.PostAsync(InventoryCalls.Revoke, new { filter })).ShouldBreakSchema(
            ($"/body/filter/{name}", $"The `/body/filter/{name}` property {demand}. You sent \"\"."));
    }

    [Fact]
    public async Task An_empty_filter_and_an_unexpected_number_are_refused()
    {
        foreach (var filter in new[] { "{}", """{"state":null}""" })
        {
            (await Service.Administrator.PostAsync(InventoryCalls.Revoke, $$"""{"filter":{{filter}},"dryRun":false,"expected":1}"""))
                .ShouldBreakRule("The filter cannot be empty: it would revoke every token.");
        }

        (await Service.Administrator.PostAsync(InventoryCalls.Revoke, """{"filter":{"userId":99999999},"dryRun":false}"""))
            .ShouldBreakRule("The property expected is required unless dryRun is true: the number of tokens that the dry run has matched.");
    }

    [Fact]
    public async Task A_token_that_revokes_itself_with_others_is_answered()
    {
        var (client, _, id) = await Service.SignedInAsync(rootRole: 1);
        var token = await client.IssueAsync();
        await client.IssueAsync();

        var answer = await Service.Anonymous.WithAuthorization(token.Secret!).PostAsync(
            InventoryCalls.Revoke, new { filter = new { userId = id }, dryRun = false, expected = 2 });

        answer.Json.GetRawText().ShouldBe("""{"matched":2,"revoked":2}""");
        (await client.ListAsync()).ShouldBeEmpty();
    }

    private Task<Answer> RevokeAsync(long userId, long expected) => Service.Administrator.PostAsync(
        InventoryCalls.Revoke, new { filter = new { userId }, dryRun = false, expected });

    private async Task<(TestAccount Account, List<IssuedToken> Tokens)> AccountWithTokensAsync(int count)
    {
        var account = await Service.AccountAsync();
        var tokens = new List<IssuedToken>();
        for (var number = 0; number < count; number++)
        {
            tokens.Add(await account.Client.IssueAsync());
        }

        return (account, tokens);
    }
}
