using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Checks the database's file and the disk every second, logs what has changed, and forgets what is not true any longer.
/// </summary>
internal sealed partial class DatabaseFileWatch : RecurringWork
{
    private readonly SqliteDialect _dialect;
    private readonly RevocationFeed _revocations;
    private readonly TokenVerifiers _tokens;
    private readonly ConfiguredTokenUses _configured;
    private readonly SessionUses _sessions;
    private readonly ILogger<DatabaseFileWatch> _logger;

    // By the machine's clock: other processes, which change the files, do not go by this service's.
    public DatabaseFileWatch(
        SqliteDialect dialect,
        RevocationFeed revocations,
        TokenVerifiers tokens,
        ConfiguredTokenUses configured,
        SessionUses sessions,
        IHostApplicationLifetime lifetime,
        ILogger<DatabaseFileWatch> logger)
        : base(lifetime, TimeSpan.FromSeconds(1), TimeProvider.System)
    {
        (_dialect, _revocations, _tokens) = (dialect, revocations, tokens);
        (_configured, _sessions, _logger) = (configured, sessions, logger);
        dialect.File.Changed += OnFileChanged;
        dialect.Reserve.Changed += OnReserveChanged;
    }

    protected override bool HasLastRound => false;

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        await _dialect.File.CheckAsync(cancellationToken);
        if (!_dialect.File.IsLost)
        {
            _dialect.Reserve.Keep();
            _dialect.WriteAccess.Check();
        }
    }

    protected override void LogFailure(Exception exception) => LogNotChecked(exception);

    private void OnFileChanged(DatabaseFileChange change)
    {
        _revocations.StartOver();
        switch (change.Kind)
        {
            case DatabaseFileChangeKind.Lost:
                LogLost(_dialect.FilePath, change.Reason);
                break;
            case DatabaseFileChangeKind.Refused:
                LogRefused(_dialect.FilePath, change.Reason);
                break;
            case DatabaseFileChangeKind.Reattached:
                LogReattached(_dialect.FilePath, change.Reason);
                break;
        }

        if (change.IsAnotherFile)
        {
            // It can be a backup, which gives the ids that were given since to other tokens and sessions.
            _tokens.ForgetUses();
            _configured.Forget();
            _sessions.Forget();
        }
    }

    private void OnReserveChanged(bool isReleased)
    {
        if (isReleased)
        {
            LogReleased(_dialect.File.Paths.Folder);
        }
        else
        {
            LogSetAside(_dialect.File.Paths.Folder);
        }
    }

    [LoggerMessage(EventId = 1501, Level = LogLevel.Critical, Message = "The database file {File} is no longer used: {Reason}. Everything that needs it is answered with 503 until a whole database of this installation is there.")]
    private partial void LogLost(string file, string reason);

    [LoggerMessage(EventId = 1502, Level = LogLevel.Error, Message = "The file {File} is not taken as the database: {Reason}.")]
    private partial void LogRefused(string file, string reason);

    [LoggerMessage(EventId = 1503, Level = LogLevel.Warning, Message = "The database file {File} is used again; it is {Which}.")]
    private partial void LogReattached(string file, string which);

    [LoggerMessage(EventId = 1504, Level = LogLevel.Critical, Message = "The disk of {Folder} is full. The space set aside is used for what takes rights away; other changes are answered with 503 until there is room again.")]
    private partial void LogReleased(string folder);

    [LoggerMessage(EventId = 1505, Level = LogLevel.Warning, Message = "There is room again in {Folder}: space is set aside, and all changes are accepted.")]
    private partial void LogSetAside(string folder);

    [LoggerMessage(EventId = 1506, Level = LogLevel.Warning, Message = "The database's file could not be looked at; the next second tries again.")]
    private partial void LogNotChecked(Exception exception);
}
