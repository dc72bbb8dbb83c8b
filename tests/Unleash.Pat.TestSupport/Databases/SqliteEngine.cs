using Microsoft.Data.Sqlite;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>The embedded default: a file in a folder of its own.</summary>
public sealed class SqliteEngine : IBreakableEngine
{
    private const string Away = ".away";

    private readonly string _folder =
        Path.Combine(Path.GetTempPath(), $"unleash-pat-{Guid.NewGuid():N}");

    public string Name => "Sqlite";

    /// <summary>The database's file; its write-ahead log lies beside it.</summary>
    public string FilePath => Path.Combine(_folder, "unleash-pat.db");

    public Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>
        {
            ["Database:Provider"] = Name,
            ["ConnectionStrings:UnleashPat"] = $"Data Source={FilePath}",
        });

    public Task TakeAwayAsync()
    {
        // Pooled connections would keep the removed file alive.
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_folder, "*.db*"))
        {
            File.Move(file, file + Away);
        }

        return Task.CompletedTask;
    }

    public Task BringBackAsync()
    {
        foreach (var file in Directory.GetFiles(_folder, $"*{Away}"))
        {
            File.Move(file, file[..^Away.Length]);
        }

        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        // Pooled connections hold the file open, which Windows does not let go.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return Task.CompletedTask;
    }
}
