using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Events;

/// <summary>What happened to an account or a token, when and in which words (docs/api.md, section 12).</summary>
public abstract class EventFilterTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_account_and_its_tokens_have_a_history_whoever_made_it()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var tokens = "/api/admin/personal-access-tokens";
        (await Service.Administrator.SendAsync(HttpMethod.Put, $"{tokens}/{token.Id}", ServiceClient.Json("""{"enabled":false}"""))).Status.ShouldBe(200);
        (await Service.Administrator.DeleteAsync($"{tokens}/{token.Id}")).Status.ShouldBe(200);
        (await Service.Administrator.DeleteAsync($"/api/admin/user-admin/{account.Id}/sessions")).Status.ShouldBe(200);

        (await TypesAsync($"subjectUserId={account.Id}")).ShouldBe(
            ["user-sessions-ended", "pat-deleted", "pat-updated", "pat-created", "user-signed-in", "user-created"]);
        (await TypesAsync($"userId={account.Id}")).ShouldBe(["pat-created", "user-signed-in"]);
        (await TypesAsync($"tokenId={token.Id}")).ShouldBe(["pat-deleted", "pat-updated", "pat-created"]);
        (await TypesAsync($"tokenId={token.Id}&userId={account.Id}")).ShouldBe(["pat-created"]);
        (await TypesAsync($"subjectUserId={account.Id}&type=pat-deleted&type=pat-created")).ShouldBe(["pat-deleted", "pat-created"]);
        (await TypesAsync($"subjectUserId={account.Id}&type=pat-deleted,user-signed-in")).ShouldBe(["pat-deleted", "user-signed-in"]);
    }

    [Fact]
    public async Task A_service_accounts_token_is_found_by_its_account()
    {
        var id = await Service.ServiceAccountAsync();
        var issued = await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{id}/token", "{}");
        var token = issued.Json.GetProperty("id").GetInt64();
        await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{id}/token/{token}/rotate", "{}");
        await Service.Administrator.DeleteAsync($"{AccountCalls.ServiceAccounts}/{id}/token/{token}");

        (await TypesAsync($"subjectUserId={id}")).ShouldBe(["pat-deleted", "pat-rotated", "pat-created", "service-account-created"]);
        (await TypesAsync($"tokenId={token}")).ShouldBe(["pat-deleted", "pat-rotated", "pat-created"]);
    }

    [Fact]
    public async Task Times_and_texts_narrow_it()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"Bürokratie \"A\""}""");
        var of = $"userId={account.Id}";

        (await TypesAsync($"{of}&query={Uri.EscapeDataString("BÜROKRATIE \"a\"")}")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{of}&query=signed-IN")).ShouldBe(["user-signed-in"]);
        (await TypesAsync($"{of}&query={Uri.EscapeDataString(account.Email.ToUpperInvariant())}&type=pat-created")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{of}&query=nowhere")).ShouldBeEmpty();
        (await TypesAsync($"{of}&from={token.CreatedAt}&type=pat-created")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{of}&to={token.CreatedAt}&type=pat-created")).ShouldBeEmpty();
        (await TypesAsync($"{of}&from=2099-01-01T00:00:00%2B02:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cursors_lead_to_older_events_and_back_and_on()
    {
        var account = await Service.AccountAsync();
        for (var number = 0; number < 5; number++)
        {
            await account.Client.IssueAsync();
        }

        var of = $"subjectUserId={account.Id}&type=pat-created";
        var first = await PageAsync($"{of}&limit=2");
        var second = await PageAsync($"{of}&limit=2&cursor={Cursor(first, "nextCursor")}");
        var third = await PageAsync($"{of}&limit=2&cursor={Cursor(second, "nextCursor")}");
        var back = await PageAsync($"{of}&limit=2&cursor={Cursor(third, "previousCursor")}");
        var top = await PageAsync($"{of}&limit=2&cursor={Cursor(back, "previousCursor")}");
        await account.Client.IssueAsync();
        var tail = await PageAsync($"{of}&limit=2&cursor={Cursor(top, "tailCursor")}");

        Ids(first).Concat(Ids(second)).Concat(Ids(third)).ShouldBe(Ids(await PageAsync(of)).Skip(1));
        Ids(back).ShouldBe(Ids(second));
        Ids(top).ShouldBe(Ids(first));
        Ids(tail).ShouldHaveSingleItem().ShouldBeGreaterThan(Ids(first)[0]);
        (Cursor(third, "nextCursor"), Cursor(first, "previousCursor"), Cursor(top, "previousCursor")).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task An_event_names_the_account_and_the_token_that_it_was_done_to()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        (await Service.Administrator.DeleteAsync($"/api/admin/personal-access-tokens/{token.Id}")).Status.ShouldBe(200);

        var events = (await PageAsync($"tokenId={token.Id}")).GetProperty("events");

        events[0].GetProperty("subjectUserId").GetInt64().ShouldBe(account.Id);
        events[0].GetProperty("subject").GetString().ShouldBe(account.Email);
        events[0].GetProperty("tokenId").GetInt64().ShouldBe(token.Id);
        events[1].TryGetProperty("subjectUserId", out _).ShouldBeFalse();
        events[1].TryGetProperty("subject", out _).ShouldBeFalse();
    }

    // The fields of a form that were left empty are in its address.
    [Fact]
    public async Task An_empty_parameter_counts_as_absent()
    {
        var account = await Service.AccountAsync();

        (await TypesAsync($"subjectUserId={account.Id}&type=&userId=&tokenId=&from=&to=&query=&limit=&offset=&cursor=&format="))
            .ShouldBe(["user-signed-in", "user-created"]);
    }

    [Fact]
    public async Task The_characters_of_a_text_are_counted_and_not_its_code_units()
    {
        var pages = string.Concat(Enumerable.Repeat(Uri.EscapeDataString("\ud83d\udcc4"), 255));

        (await PageAsync($"query={pages}&limit=1")).GetProperty("events").GetArrayLength().ShouldBe(0);
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?query={pages}x")).ShouldBeError(400, "BadDataError");
        (await Service.Administrator.GetAsync($"/api/admin/personal-access-tokens?query={pages}")).Status.ShouldBe(200);
        (await Service.Administrator.GetAsync($"/api/admin/personal-access-tokens?query={pages}x")).ShouldBeError(400, "BadDataError");
    }

    [Theory]
    [InlineData("from=yesterday", "from", "must match format \"date-time\". You sent \"yesterday\".")]
    [InlineData("to=2027-01-01", "to", "must match format \"date-time\". You sent \"2027-01-01\".")]
    [InlineData("subjectUserId=x", "subjectUserId", "must be integer. You sent \"x\".")]
    [InlineData("tokenId=x", "tokenId", "must be integer. You sent \"x\".")]
    [InlineData("query=a&query=b", "query", "must be given once. You sent \"a,b\".")]
    public async Task A_senseless_filter_is_refused(string query, string parameter, string demand) =>
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?{query}")).ShouldBreakSchema(
            ($"/query/{parameter}", $"The `/query/{parameter}` property {demand}"));

    [Fact]
    public async Task Too_much_of_a_filter_is_refused()
    {
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?query={new string('x', 256)}")).ShouldBeError(400, "BadDataError");
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?type={string.Join(',', Enumerable.Range(0, 31))}")).ShouldBeError(400, "BadDataError");
        (await PageAsync($"type={string.Join(',', Enumerable.Range(0, 30))}&query=%00")).GetProperty("events").GetArrayLength().ShouldBe(0);
    }

    private static string? Cursor(JsonElement page, string name) => page.TryGetProperty(name, out var cursor) ? cursor.GetString() : null;

    private static List<long> Ids(JsonElement page) =>
        [.. page.GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64())];

    private async Task<IReadOnlyList<string?>> TypesAsync(string query) =>
        [.. (await PageAsync(query)).GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty("type").GetString())];

    private async Task<JsonElement> PageAsync(string query)
    {
        var answer = await Service.Administrator.GetAsync($"{ServiceClient.Events}?{query}");
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }
}
