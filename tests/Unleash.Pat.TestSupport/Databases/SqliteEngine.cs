using Microsoft.Data.Sqlite;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>The embedded default: a file in a folder of its own.</summary>
public class SqliteEngine : IDatabaseEngine
{
    /// <summary>The folder, which has nothing else in it.</summary>
    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), $"unleash-pat-{Guid.NewGuid():N}");

    public string Name => "Sqlite";

    /// <summary>The database's file; its write-ahead log lies beside it.</summary>
    public string FilePath => Path.Combine(Folder, "unleash-pat.db");

    public Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>
        {
            ["Database:Provider"] = Name,
            ["ConnectionStrings:UnleashPat"] = $"Data Source={FilePath}",
        });

    public async Task DropAsync()
    {
        if (!await Eventually.GetAsync(() => Task.FromResult(IsDropped()), dropped => dropped, within: null, CancellationToken.None))
        {
            throw new IOException($"{Folder} is still used, or cannot be deleted.");
        }
    }

    // The program of a test's service ends on a thread of its own, and can still close its files while they are deleted.
    private bool IsDropped()
    {
        // Pooled connections hold the file open, which Windows does not let go.
        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
