using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Events;

/// <summary>The event log as Unleash's admin UI asks for it, compared with what Unleash 8.2 answers.</summary>
public abstract class EventSearchTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Search = "/api/admin/search/events";

    [Fact]
    public async Task An_event_has_the_properties_that_Unleash_gives_it()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();

        var found = await SearchAsync($"createdBy=IS:{account.Id}&type=IS:pat-created");

        found.EnumerateObject().Select(property => property.Name).ShouldBe(["events", "total"]);
        found.GetProperty("total").GetInt64().ShouldBe(1);
        var entry = found.GetProperty("events").EnumerateArray().ShouldHaveSingleItem();
        entry.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "type", "createdBy", "createdAt", "createdByUserId", "data", "preData", "tags", "featureName", "project", "environment"],
            ignoreOrder: true);
        foreach (var empty in new[] { "preData", "featureName", "project", "environment" })
        {
            entry.GetProperty(empty).ValueKind.ShouldBe(JsonValueKind.Null);
        }

        (await SearchAsync($"id=IS:{entry.GetProperty("id").GetInt64()}")).GetProperty("total").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Operators_days_texts_and_offsets_join()
    {
        var (one, other) = (await Service.AccountAsync(), await Service.AccountAsync());
        await one.Client.IssueAsync("""{"description":"Needle"}""");
        await other.Client.IssueAsync();
        var both = $"createdBy=IS_ANY_OF:{one.Id},{other.Id}";

        (await TypesAsync(both)).ShouldBe(["pat-created", "pat-created", "user-signed-in", "user-signed-in"], ignoreOrder: true);
        (await TypesAsync($"{both}&type=IS_ANY_OF:pat-created,pat-deleted&limit=1&offset=1")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{both}&query=NEEDLE")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{both}&from=IS:2001-01-01&to=IS:2099-12-31&query=needle")).ShouldBe(["pat-created"]);
        (await TypesAsync($"{both}&to=IS:2001-01-01")).ShouldBeEmpty();
        (await TypesAsync($"{both}&from=IS:2099-01-01")).ShouldBeEmpty();
        (await TypesAsync($"{both}&project=IS:default")).ShouldBeEmpty();
        (await TypesAsync($"{both}&limit=0&offset=x")).Count.ShouldBe(4);
        (await SearchAsync($"{both}&limit=1")).GetProperty("total").GetInt64().ShouldBe(4);
    }

    // Unleash's home page shows the log to every user.
    [Fact]
    public async Task Only_administrators_find_what_others_did()
    {
        var (viewer, other) = (await Service.AccountAsync(new() { Role = RootRole.Viewer }), await Service.AccountAsync());
        await viewer.Client.IssueAsync();
        await other.Client.IssueAsync();

        foreach (var query in new[] { "", $"createdBy=IS:{viewer.Id}", $"createdBy=IS_ANY_OF:{viewer.Id},{other.Id}" })
        {
            (await TypesAsync(query, viewer.Client)).ShouldBe(["pat-created", "user-signed-in"]);
        }

        (await TypesAsync($"createdBy=IS:{other.Id}", viewer.Client)).ShouldBeEmpty();
        (await TypesAsync("query=pat-created", viewer.Client)).ShouldBe(["pat-created"]);
    }

    [Theory]
    [InlineData("type=pat-created", "type", "must match pattern \"^(IS|IS_ANY_OF):(.*?)(,([a-zA-Z0-9_]+))*$\". You sent \"pat-created\".")]
    [InlineData("from=2024-01-01", "from", "must match pattern \"^(IS):\\d{4}-\\d{2}-\\d{2}$\". You sent \"2024-01-01\".")]
    [InlineData("to=IS:2024-02-30", "to", "must match pattern \"^(IS):\\d{4}-\\d{2}-\\d{2}$\". You sent \"IS:2024-02-30\".")]
    [InlineData("createdBy=IS:ann", "createdBy", "must have integers as values. You sent \"IS:ann\".")]
    public async Task What_Unleash_refuses_is_refused(string query, string parameter, string demand) =>
        (await Service.Administrator.GetAsync($"{Search}?{query}")).ShouldBreakSchema(
            ($"/query/{parameter}", $"The `/query/{parameter}` property {demand}"));

    [Fact]
    public async Task Accounts_that_did_something_are_listed_by_name()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();

        var answer = await Service.Administrator.GetAsync("/api/admin/event-creators");

        answer.Status.ShouldBe(200, answer.Body);
        var creator = answer.Json.EnumerateArray().Single(entry => entry.GetProperty("id").GetInt64() == account.Id);
        creator.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name"]);
        creator.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
    }

    private async Task<IReadOnlyList<string?>> TypesAsync(string query, ServiceClient? by = null) =>
        [.. (await SearchAsync(query, by)).GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty("type").GetString())];

    private async Task<JsonElement> SearchAsync(string query, ServiceClient? by = null)
    {
        var answer = await (by ?? Service.Administrator).GetAsync($"{Search}?{query}");
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }
}
