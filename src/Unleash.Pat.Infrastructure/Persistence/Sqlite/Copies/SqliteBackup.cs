using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;

/// <summary>Copies the database, as it is at one moment, into a file.</summary>
internal sealed class SqliteBackup(SqliteDialect dialect)
{
    // No caller waits for an answer here, and other processes may hold the database for a while.
    private const int BusySeconds = 60;

    private DatabasePaths Paths => dialect.File.Paths;

    public void Run(string file)
    {
        if (!File.Exists(Paths.Database))
        {
            throw new StartupException($"There is no database at {Paths.Database}.");
        }

        RequireFolderOf(file);
        RefuseToOverwrite(file);
        var draft = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            CopyTo(draft);
            DatabaseCopy.EnsureWhole(draft, Paths.Database);
            DurableFile.Flush(draft);
            RefuseToOverwrite(file);
            File.Move(draft, file, overwrite: false);
            DurableFile.FlushFolderOf(file);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void RequireFolderOf(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new StartupException($"There is no folder {folder}.");
        }
    }

    private static void RefuseToOverwrite(string file)
    {
        if (Path.Exists(file))
        {
            throw new StartupException($"{file} is there already; a backup replaces nothing.");
        }
    }

    // SQLite writes into an existing empty file, so that no other user may read it at any moment.
    private void CopyTo(string draft)
    {
        PrivateFile.Create(draft).Dispose();
        using var connection = DatabaseConnection.Open(dialect.ConnectionString, BusySeconds);
        if (Read(connection).Migrations.Count == 0)
        {
            throw new StartupException($"{Paths.Database} is no database of Unleash.Pat.");
        }

        using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO @draft";
        copy.Parameters.AddWithValue("@draft", draft);
        copy.ExecuteNonQuery();
    }

    // SQLite makes files beside the database to read it. The copy itself must not use up what is reserved.
    private SqliteFacts Read(SqliteConnection connection)
    {
        try
        {
            return SqliteFacts.Read(connection);
        }
        catch (SqliteException exception) when (dialect.TryMakeRoom(exception, dialect.TimesRoomWasMade))
        {
            return SqliteFacts.Read(connection);
        }
    }
}
