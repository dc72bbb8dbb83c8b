using Microsoft.Data.Sqlite;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>A database file that can be moved away and back.</summary>
public sealed class BreakableSqliteEngine : SqliteEngine, IBreakableEngine
{
    private const string Away = ".away";

    public Task TakeAwayAsync()
    {
        // Pooled connections would keep the removed file alive.
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Folder, "*.db*"))
        {
            File.Move(file, file + Away);
        }

        return Task.CompletedTask;
    }

    public Task BringBackAsync()
    {
        foreach (var file in Directory.GetFiles(Folder, $"*{Away}"))
        {
            File.Move(file, file[..^Away.Length]);
        }

        return Task.CompletedTask;
    }
}
