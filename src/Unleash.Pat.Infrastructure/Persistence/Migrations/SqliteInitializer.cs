using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Common;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Makes the file and its folder, switches the write-ahead log on, migrates, seeds: one process at a time.</summary>
internal sealed partial class SqliteInitializer(
    SqliteDialect dialect, TimeProvider time, ILogger<SqliteInitializer> logger)
    : IDatabaseInitializer
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(50);

    public async Task InitializeAsync(Func<CancellationToken, Task> seed, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(dialect.FilePath)!);
            await using var turn = await LockAsync(cancellationToken);
            CreateFile();
            await UseWriteAheadLogAsync(cancellationToken);
            Migrate();
            await seed(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException($"The database file {dialect.FilePath} cannot be used: {exception.Message}", exception);
        }
    }

    // The operating system frees the lock when the process ends, however it ends.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = dialect.FilePath + ".lock";
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && time.GetElapsedTime(start) < LockTimeout)
            {
                await Task.Delay(LockPoll, time, cancellationToken);
            }
        }
    }

    // Threat: the file holds hashes of passwords; other users of the machine have no business in it.
    private void CreateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(dialect.FilePath, options);
    }

    private async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        await using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL;";
        await pragma.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Migrate()
    {
        var engine = DeployChanges.To
            .SqliteDatabase(dialect.ConnectionString)
            .WithScriptsEmbeddedInAssembly(MigrationScripts.Assembly, MigrationScripts.Of(DatabaseProvider.Sqlite))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        foreach (var script in MigrationScripts.Apply(engine))
        {
            LogApplied(script);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied the migration {Script}.")]
    private partial void LogApplied(string script);
}
