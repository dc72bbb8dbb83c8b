using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/event-log.md: the log stays whole through kills, nodes and retention, and what is done to the file is found.</summary>
[OneEngineOnly("It changes the database's file by hand.")]
public sealed class EventLogTests : ProcessTests<SqliteEngine>, IDisposable
{
    private const int Old = 1_200;

    private static readonly string Key = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    // Each on the result of the one before.
    private static readonly (string Statement, string Sentence)[] Tampering =
    [
        ("INSERT INTO events (id, type, created_by, created_at) VALUES (-5, 'pat-created', 'eve', 1)", "Event -5 was inserted: it stands before the beginning of the chain, which is after event"),
        ("UPDATE events SET data = '{}' WHERE id = (SELECT MAX(id) - 4 FROM events)", "was changed: its stamp does not fit its content."),
        ("DELETE FROM event_seals WHERE event_id = (SELECT MAX(id) - 3 FROM events); DELETE FROM events WHERE id = (SELECT MAX(id) - 3 FROM events)", "was removed with its seal"),
        ("INSERT INTO events (type, created_by, created_at) SELECT type, created_by, created_at FROM events ORDER BY id DESC LIMIT 1", "was not recorded by the service: it has no stamp."),
        ("UPDATE event_chain SET head_id = head_id - 1, head_hash = (SELECT hash FROM event_seals WHERE event_id = event_chain.head_id - 1)", "The proof of the chain does not fit"),
        ("DROP TABLE event_seals", "A table or a column of the database is missing: somebody dropped or renamed it ("),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-log-");

    private string Archive => Path.Combine(_folder.FullName, "archive");

    private string Heads => Path.Combine(_folder.FullName, "heads.ndjson");

    private (string, string)[] Settings =>
    [
        ("Events:ChainKeys:0", Key), ("Events:KeepFor", "30.00:00:00"), ("Events:ArchiveTo", Archive), ("Events:HeadsTo", Heads),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_log_is_whole_until_somebody_changes_it()
    {
        (await StartMigration(Settings).ExitAsync(Cancel)).ShouldBe(0);
        RecordOld();

        // An upgrade that sets a key: until the first seal, the log is one that began without.
        var first = Start([.. Settings, ("Events:ChainKeys:1", "none")]);
        await RecordAsync(first);
        await Eventually.GetAsync(
            () => Task.FromResult(Directory.EnumerateFiles(Archive).Any() && File.Exists(Heads) && new FileInfo(Heads).Length > 0), found => found, null, Cancel);
        (await File.ReadAllTextAsync(Heads, Cancel)).ShouldNotBeEmpty("The first head does not wait for the hour.");
        await first.KillAsync(Cancel);

        var second = Start(Settings);
        await RecordAsync(second);
        await Eventually.GetAsync(
            () => Task.FromResult(Count($"SELECT COUNT(*) FROM events WHERE id <= {Old}") + Count("SELECT COUNT(*) FROM events WHERE id > (SELECT head_id FROM event_chain)")),
            left => left == 0,
            null,
            Cancel);
        (await VerifyAsync(0, "--archive", Archive)).GetProperty("archived").GetInt64().ShouldBe(Old);
        (await second.TerminateAsync(Cancel)).ShouldBe(0);

        var whole = await VerifyAsync(0, "--archive", Archive, "--heads", Heads);
        whole.GetProperty("isWhole").GetBoolean().ShouldBeTrue();
        whole.GetProperty("beginsAfter").GetInt64().ShouldBe(Old);
        whole.GetProperty("notSealed").GetInt64().ShouldBe(0);
        whole.GetProperty("heads").GetInt32().ShouldBeGreaterThan(0);
        second.Output.ShouldContain(line => line.Contains("The event log is sealed up to event", StringComparison.Ordinal));

        foreach (var (statement, sentence) in Tampering)
        {
            Execute(statement);
            var told = (await VerifyAsync(1)).GetProperty("sentences").EnumerateArray().Select(found => found.GetString()!);
            told.ShouldContain(found => found.Contains(sentence, StringComparison.Ordinal), sentence);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_stops_the_start() => await ShouldBeRefusedAsync(
        Start(("Events:KeepFor", "30.00:00:00"), ("Events:ArchiveTo", "/dev/null/archive")), "Events:ArchiveTo must name a folder that can be written to");

    private static async Task RecordAsync(RealService service)
    {
        var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
        for (var index = 0; index < 3; index++)
        {
            await session.IssueAsync("{}");
        }
    }

    // Those of the version before, on which this one begins.
    private void RecordOld() => Execute(string.Create(CultureInfo.InvariantCulture, $$"""
        WITH RECURSIVE ids (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < {{Old}})
        INSERT INTO events (type, created_by, created_at, data)
        SELECT 'pat-created', 'somebody', 1000 * (unixepoch() - 5000000 + id), '{"id":' || id || '}' FROM ids;
        UPDATE event_chain SET unstamped_up_to = {{Old}};
        """));

    private async Task<JsonElement> VerifyAsync(int exitCode, params string[] arguments)
    {
        var process = Run(Settings, ["events", "verify", "--json", .. arguments]);
        (await process.ExitAsync(Cancel)).ShouldBe(exitCode, string.Join('\n', process.Output) + process.Errors);
        return JsonDocument.Parse(process.Output.ShouldHaveSingleItem()).RootElement;
    }

    private long Count(string query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of this test.
        command.CommandText = query;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string statement)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of this test.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}
