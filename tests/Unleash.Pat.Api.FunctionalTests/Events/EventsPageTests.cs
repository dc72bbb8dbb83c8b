using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Events;

/// <summary>The event log: filters and pages.</summary>
public abstract class EventsPageTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=1001")]
    [InlineData("offset=-1")]
    public async Task A_page_outside_the_ranges_is_refused(string query) =>
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?{query}")).ShouldBeError(400, "BadDataError");

    [Fact]
    public async Task The_newest_comes_first_and_pages_follow_each_other()
    {
        var account = await Service.AccountAsync();
        for (var number = 0; number < 4; number++)
        {
            await account.Client.IssueAsync();
        }

        var all = await IdsAsync($"?userId={account.Id}");
        all.Count.ShouldBe(5);
        all.ShouldBe(all.OrderDescending());

        foreach (var filter in new[] { "", "&type=user-signed-in", $"&type=pat-created&userId={account.Id}" })
        {
            var filtered = await IdsAsync($"?limit=1000{filter}");
            filtered.ShouldNotBeEmpty();
            filtered.ShouldBe(filtered.OrderDescending());
        }

        var first = await Service.Administrator.GetAsync($"{ServiceClient.Events}?userId={account.Id}&limit=2");
        first.Json.GetProperty("totalEvents").GetInt32().ShouldBe(5);
        (await IdsAsync($"?userId={account.Id}&limit=2")).ShouldBe(all.Take(2));
        (await IdsAsync($"?userId={account.Id}&limit=2&offset=2")).ShouldBe(all.Skip(2).Take(2));
        (await IdsAsync($"?userId={account.Id}&offset=4")).ShouldBe(all.Skip(4));
        (await IdsAsync($"?userId={account.Id}&offset=5")).ShouldBeEmpty();
        (await IdsAsync($"?userId={account.Id}&offset=2147483647")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_combine()
    {
        var account = await Service.AccountAsync();
        var other = await Service.AccountAsync();
        await account.Client.IssueAsync();
        await other.Client.IssueAsync();

        var mine = await IdsAsync($"?type=pat-created&userId={account.Id}");

        mine.ShouldHaveSingleItem();
        (await IdsAsync("?type=pat-created&limit=1000")).ShouldContain(mine[0]);
        (await IdsAsync("?type=pat-created&limit=1000")).Count.ShouldBeGreaterThanOrEqualTo(2);
        (await IdsAsync("?type=unknown")).ShouldBeEmpty();
        (await IdsAsync("?type=PAT-CREATED")).ShouldBeEmpty();
        (await IdsAsync("?userId=99999999")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_has_a_hundred_events_where_nothing_else_is_asked()
    {
        var account = await Service.AccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => Service.Anonymous.SignInByEmailAsync(account.Email)));

        (await IdsAsync($"?userId={account.Id}")).Count.ShouldBe(100);
        (await IdsAsync($"?userId={account.Id}&limit=1000")).Count.ShouldBe(111);
    }

    [Theory]
    [InlineData("limit", "0", "must be >= 1")]
    [InlineData("limit", "-5", "must be >= 1")]
    [InlineData("limit", "1001", "must be <= 1000")]
    [InlineData("limit", "99999999999999999999", "must be <= 1000")]
    [InlineData("limit", "ten", "must be integer")]
    [InlineData("limit", "1.5", "must be integer")]
    [InlineData("offset", "-1", "must be >= 0")]
    [InlineData("offset", "x", "must be integer")]
    [InlineData("userId", "x", "must be integer")]
    [InlineData("cursor", "x", "must be a cursor of another page.")]
    [InlineData("cursor", "YmVmb3JlOi0x", "must be a cursor of another page.")]
    public async Task A_senseless_page_is_refused(string parameter, string value, string demand) =>
        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?{parameter}={value}")).ShouldBreakSchema(
            ($"/query/{parameter}", $"The `/query/{parameter}` property {demand.TrimEnd('.')}. You sent \"{value}\"."));

    [Fact]
    public async Task Cursors_lead_through_all_pages_whatever_happens_meanwhile()
    {
        var account = await Service.AccountAsync();
        for (var number = 0; number < 4; number++)
        {
            await account.Client.IssueAsync();
        }

        var all = await IdsAsync($"?userId={account.Id}");
        var found = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await Service.Administrator.GetAsync($"{ServiceClient.Events}?userId={account.Id}&limit=2&cursor={cursor}")).Json;
            found.AddRange(page.GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            await account.Client.IssueAsync();
        }
        while (cursor is not null);

        found.ShouldBe(all);
    }

    [Fact]
    public async Task A_wrong_cursor_is_never_repeated_at_length()
    {
        var answer = await Service.Administrator.GetAsync($"{ServiceClient.Events}?cursor={new string('x', 1000)}");

        answer.ShouldBeError(400, "BadDataError");
        answer.Body.ShouldNotContain(new string('x', 101));
    }

    [Fact]
    public async Task A_cursor_and_an_offset_exclude_each_other()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();
        var first = await Service.Administrator.GetAsync($"{ServiceClient.Events}?userId={account.Id}&limit=1");
        var cursor = first.Json.GetProperty("nextCursor").GetString();

        (await Service.Administrator.GetAsync($"{ServiceClient.Events}?offset=1&cursor={cursor}")).ShouldBeError(
            400, "BadDataError", "Request validation failed: your request body or params contain invalid data: An offset and a cursor cannot be combined.");
    }

    [Fact]
    public async Task Only_administrators_read_it()
    {
        var account = await Service.AccountAsync();

        (await Service.Anonymous.GetAsync(ServiceClient.Events)).ShouldBeError(401, "AuthenticationRequired");
        (await account.Client.GetAsync(ServiceClient.Events)).ShouldBeError(
            403, "NoAccessError", "You need the \"ADMIN\" permission to perform this action.");
    }

    private async Task<IReadOnlyList<long>> IdsAsync(string query)
    {
        var answer = await Service.Administrator.GetAsync(ServiceClient.Events + query);
        answer.Status.ShouldBe(200, answer.Body);
        return [.. answer.Json.GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64())];
    }
}
