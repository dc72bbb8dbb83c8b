using System.Text.Json;
using CsvHelper;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Inventory;

/// <summary>The tokens of all accounts as CSV (docs/api.md, section 9).</summary>
public abstract class InventoryCsvTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string[] Descriptions =
    [
        "=HYPERLINK(\"http://example.com\")", "+1", "-1", "@SUM(A1)", "\ttab", "two\r\nlines \"quoted\", and a comma", "日本語 العربية हिन्दी Ωmega",
    ];

    [Fact]
    public async Task A_parser_reads_all_that_match_and_no_spreadsheet_runs_any_of_it()
    {
        var account = await Service.AccountAsync();
        foreach (var description in Descriptions)
        {
            await account.Client.IssueAsync(JsonSerializer.Serialize(new { description }));
        }

        var answer = await CsvAsync($"?userId={account.Id}");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("content-type").ShouldBe("text/csv; charset=utf-8");
        answer.Header("content-disposition").ShouldBe("attachment; filename=personal-access-tokens.csv");
        answer.Body.ShouldEndWith("\r\n");
        var rows = Parse(answer.Body);
        rows[0][..4].ShouldBe(["id", "description", "userId", "username"]);
        rows.ShouldAllBe(row => row.Length == rows[0].Length);
        rows[1..].Select(row => row[1]).ShouldBe(
            ["'=HYPERLINK(\"http://example.com\")", "'+1", "'-1", "'@SUM(A1)", "'\ttab", .. Descriptions[5..]]);
        rows[1][Array.IndexOf(rows[0], "email")].ShouldBe(account.Email);
        rows[1][Array.IndexOf(rows[0], "createdAt")].ShouldEndWith("Z");
    }

    [Fact]
    public async Task More_than_a_batch_is_written_in_order()
    {
        var (account, ids) = (await Service.AccountAsync(), new List<long>());
        for (var number = 0; number < 10; number++)
        {
            ids.Add((await account.Client.IssueAsync()).Id);
        }

        var rows = Parse((await CsvAsync($"?userId={account.Id}&sort=-id&limit=1")).Body);

        rows[1..].Select(row => long.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Reverse(ids));
    }

    [Fact]
    public async Task A_head_has_no_body_and_faults_are_errors()
    {
        var head = await Service.Administrator.SendAsync(HttpMethod.Head, InventoryCalls.Tokens, null, ("accept", "text/csv"));

        head.Status.ShouldBe(200);
        head.Body.ShouldBeEmpty();
        head.Header("content-type").ShouldBe("text/csv; charset=utf-8");
        (await CsvAsync("?state=x")).ShouldBeError(400, "BadDataError");
        (await (await Service.AccountAsync()).Client.SendAsync(HttpMethod.Get, InventoryCalls.Tokens, null, ("accept", "text/csv")))
            .ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task A_link_asks_for_it_by_its_address_and_leaves_empty_fields()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();
        var link = $"?userId={account.Id}&state=&accountType=&scope=&query=&expiresBefore=&unrestricted=&sort=&limit=&format=csv";

        var answer = await Service.Administrator.SendAsync(HttpMethod.Get, InventoryCalls.Tokens + link, null, ("accept", "text/html,*/*;q=0.8"));

        answer.Header("content-disposition").ShouldBe("attachment; filename=personal-access-tokens.csv");
        Parse(answer.Body).Count.ShouldBe(2);
        (await CsvAsync("?format=ndjson")).ShouldBreakSchema(
            ("/query/format", "The `/query/format` property must be one of csv, json. You sent \"ndjson\"."));
    }

    private Task<Answer> CsvAsync(string query) =>
        Service.Administrator.SendAsync(HttpMethod.Get, InventoryCalls.Tokens + query, null, ("accept", "text/csv"));

    private static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with { HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index))]);
        }

        return rows;
    }
}
