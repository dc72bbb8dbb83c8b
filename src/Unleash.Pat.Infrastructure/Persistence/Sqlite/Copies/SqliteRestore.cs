using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;

/// <summary>Replaces the database by a copy.</summary>
internal sealed class SqliteRestore(DatabasePaths paths, string connectionString, MigrationSet known)
{
    // The file, and the log that lies beside a raw copy.
    private static readonly string[] FilesOfCopy = ["", "-wal"];

    public async Task<string?> RunAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new StartupException($"There is no file {file}.");
        }

        if (file == paths.Database)
        {
            throw new StartupException($"{file} is the database itself.");
        }

        PrivateFile.CreateFolder(paths.Folder);
        await using var migrationLock = Lock();
        RefuseWhileInUse();
        var draft = $"{paths.Database}.{Guid.NewGuid():N}.part";
        try
        {
            await CopyAsync(file, draft, cancellationToken);
            var facts = Check(draft, file);
            return DatabaseReplacement.Replace(paths, draft, facts.Id);
        }
        finally
        {
            File.Delete(draft);
            File.Delete(draft + "-wal");
            File.Delete(draft + "-shm");
        }
    }

    // The lock of a starting service, so that none starts meanwhile.
    private FileStream Lock()
    {
        try
        {
            return PrivateFile.Open(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (PrivateFile.IsInUse(exception))
        {
            throw new StartupException($"Another process is starting or restoring on {paths.Database}.", exception);
        }
    }

    // A service keeps its connection open, and with it SQLite's lock on the file. Where the former database is whole, this
    // leaves it as one file without a log.
    private void RefuseWhileInUse()
    {
        if (!File.Exists(paths.Database))
        {
            return;
        }

        try
        {
            using var connection = DatabaseConnection.Open(connectionString);
            SqliteFacts.Scalar(connection, "PRAGMA locking_mode = EXCLUSIVE");
            SqliteFacts.Scalar(connection, "BEGIN EXCLUSIVE");
            SqliteFacts.Scalar(connection, "COMMIT");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw new StartupException($"A process has the database {paths.Database} open; stop the service first.", exception);
        }
        catch (SqliteException)
        {
            // It is damaged, or no database, which is what a backup is for.
        }
    }

    private static async Task CopyAsync(string file, string draft, CancellationToken cancellationToken)
    {
        foreach (var end in FilesOfCopy.Where(end => File.Exists(file + end)))
        {
            await using var from = new FileStream(file + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var to = PrivateFile.Create(draft + end);
            await from.CopyToAsync(to, cancellationToken);
        }
    }

    private SqliteFacts Check(string draft, string file)
    {
        var facts = DatabaseCopy.EnsureWhole(draft, file);
        if (facts.Migrations.Count == 0)
        {
            throw new StartupException($"{file} is no database of Unleash.Pat.");
        }

        if (known.TooNew(facts.Migrations).Order(StringComparer.Ordinal).LastOrDefault() is { } newest)
        {
            throw new StartupException(
                $"{file} comes from a newer version of Unleash.Pat (it has {MigrationSet.ShortName(newest)}, which this version does not know).");
        }

        DurableFile.Flush(draft);
        return facts;
    }
}
