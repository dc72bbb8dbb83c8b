using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Whether the database's file may still be written to.</summary>
internal sealed class WriteAccess(string connectionString)
{
    private volatile bool _isReadOnly;

    public bool IsReadOnly => _isReadOnly;

    /// <summary>Checks over a new connection, because an open one does not notice a change.</summary>
    public void Check()
    {
        try
        {
            using var connection = DatabaseConnection.Open(connectionString);
            _isReadOnly = raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
        }
        catch (SqliteException)
        {
            // A file that cannot be opened is reported elsewhere.
        }
    }
}
