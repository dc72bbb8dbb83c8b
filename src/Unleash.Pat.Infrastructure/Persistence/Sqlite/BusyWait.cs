using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>Waits for another process's locks without a thread.</summary>
/// <remarks>Threat: a hundred blocked threads would keep requests waiting that need no database.</remarks>
internal static class BusyWait
{
    /// <summary>How long a statement blocks its thread while another process has the file.</summary>
    public const int StatementSeconds = 1;

    private const string Greeting = "PRAGMA synchronous = FULL; SELECT 1 FROM sqlite_schema LIMIT 1;";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes an open connection ready for statements, as soon as no other process keeps readers out.</summary>
    public static async Task PrepareAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        raw.sqlite3_busy_timeout(connection.Handle, 0);
        int result;
        while ((result = raw.sqlite3_exec(connection.Handle, Greeting)) == raw.SQLITE_BUSY)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        raw.sqlite3_busy_timeout(connection.Handle, StatementSeconds * 1000);
    }

    /// <summary>Begins a transaction that writes, as soon as no other process writes.</summary>
    public static async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await connection.BeginTransactionAsync(cancellationToken);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_BUSY)
            {
                // Writers of this process queue, so at most one thread has waited for another process.
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
