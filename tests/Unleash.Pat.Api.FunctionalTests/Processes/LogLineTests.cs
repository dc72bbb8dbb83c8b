using System.Text.Json;
using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>The lines that a log collector reads. On SQLite alone: no engine has a part in them.</summary>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed partial class LogLineTests : ProcessTests<SqliteEngine>
{
    [Fact]
    public async Task A_line_about_a_request_has_its_time_client_and_error_and_says_nothing_twice()
    {
        var service = Start();
        var error = (await (await ClientAsync(service)).GetAsync("/nowhere")).ShouldBeError(404, "NotFoundError");

        var line = (await LineAsync(service, error.Id.ToString())).ShouldNotBeNull();

        using var parsed = JsonDocument.Parse(line);
        var entry = parsed.RootElement;
        entry.GetProperty("Timestamp").GetString().ShouldNotBeNull().ShouldMatch(UtcMilliseconds().ToString());
        entry.GetProperty("ClientAddress").GetString().ShouldBe("127.0.0.1");
        entry.GetProperty("EventId").GetInt32().ShouldBe(1101);
        entry.GetProperty("State").EnumerateObject().Select(value => value.Name).ShouldBe(["Method", "Route", "Status", "Name", "ErrorId"]);
        entry.GetProperty("State").GetProperty("ErrorId").GetString().ShouldBe(error.Id.ToString());
        Regex.Count(line, "was refused").ShouldBe(1);
        line.ShouldNotContain("OriginalFormat");
    }

    [Fact]
    public async Task Every_line_is_one_object_with_a_time_and_those_of_no_request_have_no_client()
    {
        var service = Start();
        await service.ReadyAsync(Cancel);
        await service.TerminateAsync(Cancel);

        service.Output.ShouldNotBeEmpty();
        foreach (var line in service.Output)
        {
            using var entry = JsonDocument.Parse(line);
            entry.RootElement.GetProperty("Timestamp").GetString().ShouldNotBeNull().ShouldMatch(UtcMilliseconds().ToString());
            entry.RootElement.TryGetProperty("ClientAddress", out _).ShouldBeFalse(line);
            entry.RootElement.GetProperty("LogLevel").GetString().ShouldNotBe("Error", line);
        }
    }

    private static Task<string?> LineAsync(RealService service, string text) => Eventually.GetAsync(
        () => Task.FromResult(service.Output.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))),
        line => line is not null,
        null,
        Cancel);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex UtcMilliseconds();
}
