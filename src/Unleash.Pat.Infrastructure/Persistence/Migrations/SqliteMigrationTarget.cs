using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>A database file, and a lock file beside it.</summary>
internal sealed class SqliteMigrationTarget(SqliteDialect dialect) : IMigrationTarget
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(50);

    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public string Folder => Path.GetDirectoryName(dialect.FilePath)!;

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(dialect.FilePath));

    // Threat: the file holds hashes of passwords; other users of the machine have no business in it.
    public Task CreateAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(dialect.FilePath, options);
        return Task.CompletedTask;
    }

    // One that is there already keeps its mode: it may be there for others too.
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // The operating system frees the lock when the process ends, however it ends.
    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var path = dialect.FilePath + ".lock";
        // The process that has the lock does not go by this service's clock, so it is the machine's that counts here.
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && TimeProvider.System.GetElapsedTime(start) < LockTimeout)
            {
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        await using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL;";
        await pragma.ExecuteNonQueryAsync(cancellationToken);
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(dialect.ConnectionString);

    public string? Explain(Exception exception) => exception is IOException or UnauthorizedAccessException or SqliteException
        ? $"The database file {dialect.FilePath} cannot be used: {exception.Message}"
        : null;
}
