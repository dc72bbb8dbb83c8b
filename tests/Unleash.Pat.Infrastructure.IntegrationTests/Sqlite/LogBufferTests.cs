using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>A commit is written at once, and what was not committed is never written.</summary>
/// <remarks>Threat: pages that are written too late replace those of somebody else's commit, a revocation among them.</remarks>
public sealed class LogBufferTests : IAsyncLifetime
{
    private const int PagesInMemory = 20;

    private readonly string _copies = Directory.CreateTempSubdirectory("unleash-pat-copies-").FullName;
    private OwnDatabase _database = null!;
    private SqliteConnection _foreign = null!;
    private SqliteSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _foreign = OwnDatabase.Connect(_database.Path);
        OwnDatabase.Execute(_foreign, "CREATE TABLE pages (content BLOB NOT NULL); PRAGMA wal_checkpoint(TRUNCATE)");
        _session = new SqliteSession(_foreign.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _foreign.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_copies, recursive: true);
    }

    /// <summary>The numbers of pages are less and more than a buffer has, and than SQLite writes at once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void A_commit_of_any_size_is_in_the_files(int pages)
    {
        Commit(pages);
        InFiles().ShouldBe(pages);

        Commit(pages);
        InFiles().ShouldBe(2 * pages);
    }

    /// <summary>Pages of a transaction that do not fit into the cache are written to the log before it is committed.</summary>
    [Fact]
    public void A_commit_that_began_to_be_written_before_is_in_the_files()
    {
        BeginWithFewPagesInMemory();
        Add(_session.Connection, 200);
        Run("UPDATE pages SET content = randomblob(3000)");
        _session.Commit();

        InFiles().ShouldBe(200);
    }

    /// <summary>
    /// A savepoint writes too: a full-text index then writes what it has gathered, and where the cache is full, SQLite writes
    /// other pages to the log.
    /// </summary>
    [Fact]
    public void What_is_written_between_savepoints_is_in_the_files()
    {
        BeginWithFewPagesInMemory();
        for (var change = 0; change < 20; change++)
        {
            _session.Control("SAVEPOINT change");
            Add(_session.Connection, PagesInMemory);
            Run("INSERT INTO account_search (rowid, search_key) SELECT rowid, hex(content) FROM pages ORDER BY rowid DESC LIMIT 5");
            _session.Control("RELEASE change");
        }

        _session.Commit();

        InFiles().ShouldBe(20 * PagesInMemory);
    }

    [Fact]
    public void What_was_rolled_back_does_not_replace_what_others_commit()
    {
        BeginWithFewPagesInMemory();
        Add(_session.Connection, 200);
        _session.TryEndWrite().ShouldBeTrue();

        Add(_foreign, 300);
        Commit(1);

        InFiles().ShouldBe(301);
    }

    /// <summary>As in a commit that fails after it has begun to write.</summary>
    [Fact]
    public void What_a_failed_commit_held_back_does_not_replace_what_others_commit()
    {
        var buffer = new LogBuffer();
        BeginWithFewPagesInMemory();
        buffer.Use(() =>
        {
            Add(_session.Connection, 2 * PagesInMemory);
            return raw.SQLITE_FULL;
        }).ShouldBe(raw.SQLITE_FULL);
        _session.TryEndWrite().ShouldBeTrue();

        Add(_foreign, 300);
        _session.TryBeginWrite().ShouldBeTrue();
        Add(_session.Connection, 1);
        buffer.Use(() =>
        {
            Run("COMMIT");
            return raw.SQLITE_OK;
        });

        InFiles().ShouldBe(301);
    }

    // What does not fit is written to the log at once.
    private void BeginWithFewPagesInMemory()
    {
        _session.TryBeginWrite().ShouldBeTrue();
        Run($"PRAGMA cache_size = {PagesInMemory}");
    }

    private void Commit(int pages)
    {
        _session.TryBeginWrite().ShouldBeTrue();
        Add(_session.Connection, pages);
        _session.Commit();
    }

    private void Run(string statement) => OwnDatabase.Execute(_session.Connection, statement);

    // Of one page each.
    private static void Add(SqliteConnection connection, int pages) => OwnDatabase.Execute(connection, $"""
        WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {pages})
        INSERT INTO pages SELECT randomblob(3000) FROM counted
        """);

    /// <summary>The rows that somebody finds who has the files as they are now, and nothing of this process.</summary>
    private long InFiles()
    {
        var copy = Path.Combine(_copies, $"{Guid.NewGuid():N}.db");
        File.Copy(_database.Path, copy);
        File.Copy(_database.Path + "-wal", copy + "-wal");
        using var connection = OwnDatabase.Connect(copy);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        command.ExecuteScalar().ShouldBe("ok");
        command.CommandText = "SELECT COUNT(*) FROM pages";
        return (long)command.ExecuteScalar()!;
    }
}
