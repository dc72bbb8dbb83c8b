using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Checks, before SQLite reads it, the log that a crash left beside the database.</summary>
/// <remarks>
/// Threat: SQLite replays a log into whatever file it lies beside. Where a backup or another database has replaced the file
/// that the log belongs to, that damages it, or brings the former content back.
/// </remarks>
internal static class LogAtStart
{
    /// <summary>Sets the log aside where it belongs to another file.</summary>
    /// <exception cref="StartupException">The log's owner is unknown, or the database is not the expected one.</exception>
    public static void Settle(DatabasePaths paths)
    {
        if (FileState.Of(paths.Database) is not { Size: > 0 } database || FileState.Of(paths.Log) is not { Size: > 0 } log)
        {
            return;
        }

        if (IdWithoutLog(paths) is { } id)
        {
            Refuse(paths, id);
        }

        if (DatabaseMarker.IsLogOfAnotherFile(paths, database, log))
        {
            File.Move(paths.Log, DatabasePaths.Aside(paths.Log, "left"));
            File.Delete(paths.SharedMemory);
        }
    }

    private static void Refuse(DatabasePaths paths, string id)
    {
        if (!File.Exists(paths.Marker))
        {
            throw new StartupException(
                $"Beside the database {paths.Database} lies a log ({paths.Log}), and no {paths.Marker} says that they belong together. "
                + "Put the database in its place by \"database restore\", or bring back the .id file that was beside both.");
        }

        DatabaseMarker.RefuseAnother(paths, id);
    }

    // The id in the file itself, without what the log would add.
    private static string? IdWithoutLog(DatabasePaths paths)
    {
        try
        {
            var file = $"file:{Uri.EscapeDataString(paths.Database).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
            var options = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            using var connection = new SqliteConnection(options.ConnectionString);
            connection.Open();
            return SqliteFacts.Read(connection).Id;
        }
        catch (SqliteException)
        {
            // Much of a new database can be only in its log. Damage is reported when it is opened.
            return null;
        }
    }
}
