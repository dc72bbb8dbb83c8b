using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Sqlite;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>Another process holds the file's lock for long.</summary>
public sealed class ForeignLockTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_are_answered_and_all_writers_are_refused_in_about_the_same_time()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var foreign = OwnDatabase.Connect(database.Path);
        OwnDatabase.Execute(foreign, "BEGIN EXCLUSIVE");

        var refused = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refused(database)));
        (await database.ReadAsync()).ShouldBe(0);
        database.Get<SessionUses>().Mark(1, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        // One after another they would take ten times the timeout.
        (await refused.WaitAsync(4 * database.Dialect.Timeout, Cancel)).ShouldAllBe(exception => exception.InnerException is TimeoutException);
        await Should.ThrowAsync<ServiceUnavailableException>(() => database.Get<SessionUses>().FlushAsync(Cancel));

        OwnDatabase.Execute(foreign, "COMMIT");
        await database.WriteAsync();
        await database.Get<SessionUses>().FlushAsync(Cancel);
    }

    [Fact]
    public async Task Where_readers_are_kept_out_too_they_are_refused_without_taking_threads()
    {
        var file = Path.Combine(Path.GetTempPath(), $"unleash-pat-{Guid.NewGuid():N}.db");
        using var foreign = OwnDatabase.Connect(file);
        OwnDatabase.Execute(foreign, "PRAGMA journal_mode = WAL; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (x)");
        using var dialect = new SqliteDialect($"Data Source={file}");
        var database = new Database(dialect);

        // More than the pool has threads for a long time: blocked ones would make even this test wait.
        var refused = Task.WhenAll(Enumerable.Range(0, 200).Select(number => Should.ThrowAsync<ServiceUnavailableException>(
            () => number % 2 == 0 ? database.ReadAsync(_ => Task.FromResult(1), Cancel) : SelectAsync(database))));

        (await refused.WaitAsync(4 * dialect.Timeout, Cancel)).ShouldAllBe(exception => exception.InnerException is TimeoutException);
        foreign.Dispose();
        File.Delete(file);
    }

    /// <summary>It is run at once first, without the ways of a read that waits and fails.</summary>
    [Fact]
    public async Task A_single_statement_that_fails_fails_as_every_read_does()
    {
        await using var database = await OwnDatabase.CreateAsync();

        (await SelectAsync(database.Database, "SELECT 7")).ShouldBe(7);
        await Should.ThrowAsync<SqliteException>(() => SelectAsync(database.Database, "SELECT nothing FROM nowhere"));
        await Should.ThrowAsync<DatabaseStructureException>(() => database.Database.QueryAsync<int>(
            "SELECT 1", new DynamicParameters(), _ => throw new DataException("of another type"), Cancel));
        await Should.ThrowAsync<OperationCanceledException>(() => database.Database.QueryAsync(
            "SELECT 1", new DynamicParameters(), row => row.Number(0), new CancellationToken(canceled: true)));
    }

    private static async Task<long> SelectAsync(Database database, string select = "SELECT 1") =>
        (await database.QueryAsync(select, new DynamicParameters(), row => row.Number(0), Cancel)).Single();

    private static Task<ServiceUnavailableException> Refused(OwnDatabase database) =>
        Should.ThrowAsync<ServiceUnavailableException>(database.WriteAsync);
}
