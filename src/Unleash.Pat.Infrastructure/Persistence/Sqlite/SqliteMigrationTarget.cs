using DbUp;
using DbUp.Builder;
using DbUp.Sqlite;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>A database file, and a lock file beside it.</summary>
internal sealed class SqliteMigrationTarget(SqliteDialect dialect, DatabaseOptions options) : IMigrationTarget
{
    private const string HowToRestore = "A backup can be put in its place by \"database restore\".";

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PrepareTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(50);

    private DatabasePaths Paths => dialect.File.Paths;

    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public string Folder => Paths.Folder;

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(dialect.FilePath));

    // Threat: the file holds hashes of passwords, which other users of the machine must not read.
    public Task CreateAsync(CancellationToken cancellationToken)
    {
        PrivateFile.CreateFolder(Folder);

        // In this order, because another process can be creating the database at this moment.
        var isUsed = DatabaseMarker.IsUsed(Paths);
        if (FileState.Of(Paths.Database) is { } found && (found.Size > 0 || !isUsed))
        {
            return Task.CompletedTask;
        }

        if (isUsed)
        {
            SetRemnantsAside();
        }

        try
        {
            PrivateFile.Open(Paths.Database, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        catch (IOException) when (File.Exists(Paths.Database))
        {
            // Another process was first.
        }

        return Task.CompletedTask;
    }

    // Threat: SQLite would replay the log of the former database into the new one.
    private void SetRemnantsAside()
    {
        if (!options.CreateAgain)
        {
            throw new StartupException(
                $"There is no database at {Paths.Database}, though there was one before. Bring it back, or restore a backup "
                + "(\"database restore\"), or start once with --create-database to begin with an empty one.");
        }

        foreach (var file in new[] { Paths.Log, Paths.SharedMemory, Paths.Marker }.Where(File.Exists))
        {
            File.Move(file, DatabasePaths.Aside(file, "left"));
        }
    }

    // The operating system releases the lock when the process ends, also when it crashes.
    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        // By the machine's clock: the process that has the lock does not go by this service's.
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return PrivateFile.Open(Paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (PrivateFile.IsInUse(exception) && TimeProvider.System.GetElapsedTime(start) < LockTimeout)
            {
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    // Threat: after a clean stop SQLite makes its files beside the database again, even to read. On a full disk nothing could be
    // verified or revoked.
    public async Task<IReadOnlySet<string>?> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SettleAsync(cancellationToken);
        }
        catch (SqliteException exception) when (dialect.TryMakeRoom(exception, dialect.TimesRoomWasMade))
        {
            return await SettleAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlySet<string>?> SettleAsync(CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(PrepareTimeout, cancellationToken);
        try
        {
            LogAtStart.Settle(Paths);
            using var session = new SqliteSession(dialect.ConnectionString);
            while (!session.TryBeginRead())
            {
                await Task.Delay(LockPoll, limit.Token);
            }

            session.EndRead();
            RefuseAnotherPrograms(session.Connection);
            var (id, migrations) = SqliteFacts.Read(session.Connection);
            if (id is not null)
            {
                DatabaseMarker.RefuseAnother(Paths, id);
            }

            SqliteFacts.Scalar(session.Connection, "PRAGMA journal_mode = WAL");

            // So that the log that a crash leaves is known to belong here.
            DatabaseMarker.Write(Paths, id);
            return migrations;
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            throw new IOException("Another process has it locked.", exception);
        }
    }

    private void RefuseAnotherPrograms(SqliteConnection connection)
    {
        if (SqliteFacts.IsOfAnotherProgram(connection))
        {
            throw new StartupException(
                $"The file {Paths.Database} is another program's database: it has tables, but none of Unleash.Pat's. Name another "
                + "file in ConnectionStrings:UnleashPat.");
        }
    }

    public Task AttachAsync(CancellationToken cancellationToken)
    {
        dialect.File.Attach();
        dialect.Reserve.Keep();
        return Task.CompletedTask;
    }

    // Not pooled, because a connection that stays open would keep the files beside the database.
    public UpgradeEngineBuilder Upgrade() => DeployChanges.To
        .SqliteDatabase(new SqliteConnectionStringBuilder(dialect.ConnectionString) { Pooling = false, DefaultTimeout = (int)PrepareTimeout.TotalSeconds }.ConnectionString)
        .JournalTo((connections, log) => new Journals(
            new SqliteTableJournal(connections, log, Journals.Versions), new SqliteTableJournal(connections, log, Journals.Additions)));

    public string? Explain(Exception exception) => exception switch
    {
        DatabaseFileException => $"{Fault(exception)} {HowToRestore}",
        SqliteException fault when DatabaseFileOpening.IsDamage(fault) => $"{Fault(exception)} {HowToRestore}",
        IOException or UnauthorizedAccessException or SqliteException => Fault(exception),
        _ => null,
    };

    private string Fault(Exception exception) =>
        $"The database file {dialect.FilePath} cannot be used: {exception.Message}{(dialect.Reserve.HasRoom ? "" : " The disk is full.")}";
}
