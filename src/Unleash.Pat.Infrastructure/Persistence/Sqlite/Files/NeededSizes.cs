using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>How long the database's files must be at least, by what SQLite keeps of them in the shared memory.</summary>
/// <param name="Database">In bytes, where no page is only in the log.</param>
/// <param name="Log">In bytes.</param>
/// <remarks>
/// Files get shorter without a loss: SQLite cuts off a log that has grown long, and another process can write the log into the
/// file and empty it, or vacuum. The shared memory tells so first.
/// </remarks>
internal readonly record struct NeededSizes(long Database, long Log)
{
    private const int LogHeader = 32;
    private const int FrameHeader = 24;

    // SQLITE_CHECKPOINT_NOOP, which changes nothing, and which the library has no name for.
    private const int OnlyCount = -1;

    /// <returns><see langword="null"/> where it cannot be read.</returns>
    public static NeededSizes? Read(string connectionString)
    {
        try
        {
            using var connection = DatabaseConnection.Open(connectionString);
            var (pageSize, pages) = (Number(connection, "PRAGMA page_size"), Number(connection, "PRAGMA page_count"));
            var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", OnlyCount, out var frames, out _);

            // A file that was emptied says that it has no pages.
            return result != raw.SQLITE_OK || frames < 0 || pages == 0
                ? null
                : new NeededSizes(pages * pageSize, frames == 0 ? 0 : LogHeader + (frames * (FrameHeader + pageSize)));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static long Number(SqliteConnection connection, string statement) =>
        Convert.ToInt64(SqliteFacts.Scalar(connection, statement), CultureInfo.InvariantCulture);
}
