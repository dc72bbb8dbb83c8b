using System.Text.Json;
using CsvHelper;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Events;

/// <summary>All events that match, as CSV and as one JSON object a line (docs/api.md, section 12).</summary>
public abstract class EventExportTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Ndjson = "application/x-ndjson";
    private const string Csv = "text/csv";

    [Fact]
    public async Task A_line_has_an_event_as_a_page_has_it()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync("""{"description":"two\nlines"}""");
        var page = await Service.Administrator.GetAsync($"{ServiceClient.Events}?subjectUserId={account.Id}");

        var answer = await ExportAsync(Ndjson, $"?subjectUserId={account.Id}&limit=1");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("content-type").ShouldBe(Ndjson);
        answer.Header("content-disposition").ShouldBe("attachment; filename=events.ndjson");
        answer.Body.ShouldEndWith("}\n");
        answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetRawText())
            .ShouldBe(page.Json.GetProperty("events").EnumerateArray().Select(entry => entry.GetRawText()));
    }

    [Fact]
    public async Task A_parser_reads_the_table_and_no_spreadsheet_runs_any_of_it()
    {
        var account = await Service.AccountAsync(new() { Email = "+1@example.com" });
        await account.Client.IssueAsync();

        var answer = await ExportAsync(Csv, $"?userId={account.Id}");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("content-type").ShouldBe("text/csv; charset=utf-8");
        answer.Header("content-disposition").ShouldBe("attachment; filename=events.csv");
        var rows = Parse(answer.Body);
        rows[0].ShouldBe(["id", "createdAt", "type", "createdBy", "createdByUserId", "data", "preData", "ip", "subjectUserId", "subject", "tokenId"]);
        rows[1..].Select(row => row[2]).ShouldBe(["pat-created", "user-signed-in"]);
        rows[1..].Select(row => row[3]).Distinct().ShouldBe(["'+1@example.com"]);
        JsonSerializer.Deserialize<JsonElement>(rows[1][5]).GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_link_asks_for_an_export_by_its_address()
    {
        const string browser = "text/html,application/xhtml+xml,*/*;q=0.8";

        (await ExportAsync(browser, "?format=ndjson&limit=1&type=user-created")).Header("content-disposition").ShouldBe("attachment; filename=events.ndjson");
        (await ExportAsync(browser, "?format=csv&type=user-created")).Header("content-type").ShouldBe("text/csv; charset=utf-8");
        (await ExportAsync(Csv, "?format=json&limit=1")).Header("content-type")!.ShouldStartWith("application/json");
        (await ExportAsync(Csv, "?format=&limit=1")).Header("content-type").ShouldBe("text/csv; charset=utf-8");
        (await ExportAsync(browser, "?format=xlsx")).ShouldBreakSchema(
            ("/query/format", "The `/query/format` property must be one of csv, ndjson, json. You sent \"xlsx\"."));
    }

    [Fact]
    public async Task The_preferred_form_is_sent_and_faults_are_errors()
    {
        (await ExportAsync("application/json;q=0.5, application/x-ndjson;q=0.9, text/csv;q=0.8", "?limit=1")).Header("content-type").ShouldBe(Ndjson);
        (await ExportAsync("text/csv;q=0.5, application/json", "?limit=1")).Header("content-type")!.ShouldStartWith("application/json");
        (await ExportAsync("*/*", "?limit=1")).Header("content-type")!.ShouldStartWith("application/json");
        (await ExportAsync(Ndjson, "?from=x")).ShouldBeError(400, "BadDataError");
        (await (await Service.AccountAsync()).Client.SendAsync(HttpMethod.Get, ServiceClient.Events, null, ("accept", Ndjson)))
            .ShouldBeError(403, "NoAccessError");
    }

    private Task<Answer> ExportAsync(string accept, string query) =>
        Service.Administrator.SendAsync(HttpMethod.Get, ServiceClient.Events + query, null, ("accept", accept));

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
