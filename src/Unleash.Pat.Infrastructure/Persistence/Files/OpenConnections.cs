using System.Data;
using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>How many connections are in use.</summary>
internal sealed class OpenConnections
{
    private int _count;

    public bool Any => Volatile.Read(ref _count) > 0;

    public void Track(SqliteConnection connection)
    {
        Interlocked.Increment(ref _count);
        connection.StateChange += OnChange;
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
