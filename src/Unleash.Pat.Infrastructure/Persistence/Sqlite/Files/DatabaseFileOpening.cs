using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Opens a database file, where it is one that the service can work on.</summary>
internal static class DatabaseFileOpening
{
    /// <summary>Opens the file that is there. The anchor stays open, so that SQLite keeps its files beside the database.</summary>
    public static (AttachedFile File, SqliteConnection Anchor) Open(DatabasePaths paths, string connectionString)
    {
        var anchor = DatabaseConnection.Open(connectionString);
        try
        {
            return Settle(paths, anchor, SqliteFacts.Read(anchor));
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the file that is there now, where it is whole and has the content of the <paramref name="known"/> database. The
    /// <paramref name="refusal"/> is <see langword="null"/> where the file could not be read yet.
    /// </summary>
    public static (AttachedFile File, SqliteConnection Anchor)? TryReopen(
        DatabasePaths paths, string connectionString, AttachedFile known, bool isAnother, out string? refusal)
    {
        using var former = isAnother ? FormerLog.SetAside(paths, known.Files) : null;
        SqliteConnection? anchor = null;
        try
        {
            var before = FileState.Of(paths.Database);
            anchor = DatabaseConnection.Open(connectionString);
            var found = SqliteFacts.Read(anchor);
            refusal = Refusal(anchor, found, known.Facts);
            if (refusal is null && Settle(paths, anchor, found) is var opened && IsStill(before, opened.File, paths))
            {
                former?.Keep();
                return opened;
            }
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException or InvalidCastException)
        {
            var isBusy = exception is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };
            refusal = isBusy ? null : $"it cannot be opened ({exception.Message})";
        }

        // Before the former log comes back: SQLite removes the one of this file as it is closed.
        anchor?.Dispose();
        return null;
    }

    /// <summary>Checks, over a connection of its own, whether the file still holds the database.</summary>
    /// <returns>What is wrong; <see langword="null"/> where no fault is visible.</returns>
    public static string? Fault(string connectionString, SqliteFacts facts)
    {
        try
        {
            using var connection = DatabaseConnection.Open(connectionString);
            return SqliteFacts.Read(connection).Id == facts.Id ? null : "it holds another database";
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            return $"it is damaged ({exception.Message})";
        }
        catch (SqliteException)
        {
            // Locked or missing, which is reported elsewhere.
            return null;
        }
    }

    /// <summary>Whether the file is damaged. The index for searches is not meant: tokens are verified without it.</summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
        && exception.SqliteExtendedErrorCode != raw.SQLITE_CORRUPT_VTAB;

    // From here on the log and the shared memory exist for as long as the connection.
    private static (AttachedFile File, SqliteConnection Anchor) Settle(
        DatabasePaths paths, SqliteConnection anchor, SqliteFacts facts)
    {
        SqliteFacts.Scalar(anchor, "PRAGMA journal_mode = WAL");
        SqliteFacts.Read(anchor);
        return (new AttachedFile(paths, DatabaseFileSet.Of(paths), facts, anchor.ConnectionString), anchor);
    }

    private static bool IsStill(FileState? before, AttachedFile opened, DatabasePaths paths) =>
        DatabaseFileSet.IsSame(before, opened.Files.Database) && DatabaseFileSet.Of(paths).DifferenceTo(opened.Files) is null;

    private static string? Refusal(SqliteConnection anchor, SqliteFacts found, SqliteFacts known)
    {
        if (SqliteFacts.Damage(anchor, thorough: false) is { } damage)
        {
            return $"it is damaged ({damage})";
        }

        if (found.Migrations.Count == 0)
        {
            return "it is no database of Unleash.Pat";
        }

        if (found.Id != known.Id)
        {
            return "it is the database of another installation; \"database restore\" puts one in place";
        }

        return found.Migrations.SetEquals(known.Migrations) ? null : "it is of another version; restart the service to migrate it";
    }
}
