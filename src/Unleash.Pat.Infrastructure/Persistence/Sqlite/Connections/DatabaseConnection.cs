using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>Opens the driver's connections, none of which is pooled by the driver.</summary>
internal static class DatabaseConnection
{
    // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, which the library has no name for.
    private const int NoCheckpointAtClose = 1006;

    // Before the first connection is opened, and for as long as the process runs. Nothing reads how much memory the engine uses,
    // and counting it takes a lock with each allocation.
    static DatabaseConnection()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        LogFileSystem.Register();
    }

    /// <param name="busySeconds">How long each statement waits, on its thread, for a lock of another process.</param>
    public static SqliteConnection Open(string connectionString, int busySeconds = 1)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = busySeconds };
        builder.Vfs ??= LogFileSystem.Name;
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Sets whether a connection, when it is closed, leaves the log as it is or writes it into the file.</summary>
    /// <remarks>
    /// Threat: the last connection that closes writes the log into whatever the file holds by then: into a copy that was
    /// written over it, or from a log that was cut off.
    /// </remarks>
    public static void KeepLogAtClose(SqliteConnection connection, bool isKept) =>
        raw.sqlite3_db_config(connection.Handle, NoCheckpointAtClose, isKept ? 1 : 0, out _);
}
