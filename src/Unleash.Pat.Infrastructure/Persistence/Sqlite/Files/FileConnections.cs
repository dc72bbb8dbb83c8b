using System.Data;
using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The connections to the database's file: how many are in use, those in the pool, and the one that stays open.</summary>
internal sealed class FileConnections(string connectionString) : IDisposable
{
    private int _count;
    private SqliteConnection? _anchor;

    public bool AnyInUse => Volatile.Read(ref _count) > 0;

    /// <summary>Counts a connection until it is closed.</summary>
    public void Track(SqliteConnection connection)
    {
        Interlocked.Increment(ref _count);
        connection.StateChange += OnChange;
    }

    /// <summary>Keeps a connection open, so that SQLite keeps its files beside the database.</summary>
    public void Anchor(SqliteConnection anchor)
    {
        _anchor?.Dispose();
        _anchor = anchor;
    }

    /// <summary>Uses no connection again, and decides what becomes of the log when the last one is closed.</summary>
    public void Retire(bool keepLog)
    {
        DatabaseFileOpening.KeepLogAtClose(_anchor!, keepLog);
        ClearPool();
    }

    /// <summary>Closes them. The anchor goes last: as it is closed, SQLite writes the log into the file, or leaves it.</summary>
    public void Dispose()
    {
        ClearPool();
        _anchor?.Dispose();
        _anchor = null;
    }

    private void ClearPool()
    {
        using var any = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(any);
    }

    private void OnChange(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Closed)
        {
            ((SqliteConnection)sender).StateChange -= OnChange;
            Interlocked.Decrement(ref _count);
        }
    }
}
