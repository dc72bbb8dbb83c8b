using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Infrastructure.Authentication;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>
/// Looks at the database's file and at the disk every second, tells what has changed, and has forgotten what is no longer
/// true.
/// </summary>
internal sealed partial class DatabaseFileWatch : BackgroundService
{
    // Other processes, which change the files, do not go by this service's clock.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SqliteDialect _dialect;
    private readonly TokenLanes _tokens;
    private readonly ConfiguredTokenUses _configured;
    private readonly SessionUses _sessions;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<DatabaseFileWatch> _logger;

    public DatabaseFileWatch(
        SqliteDialect dialect,
        TokenLanes tokens,
        ConfiguredTokenUses configured,
        SessionUses sessions,
        IHostApplicationLifetime lifetime,
        ILogger<DatabaseFileWatch> logger)
    {
        (_dialect, _tokens, _configured, _sessions) = (dialect, tokens, configured, sessions);
        (_lifetime, _logger) = (lifetime, logger);
        dialect.File.Changed += OnFileChanged;
        dialect.Reserve.Changed += OnReserveChanged;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            await _lifetime.WaitForStartAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _dialect.File.LookAsync(cancellationToken);
            if (!_dialect.File.IsLost)
            {
                _dialect.Reserve.Keep();
                _dialect.LookWhetherReadOnly();
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong, the next second looks again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotLooked(exception);
        }
    }

    private void OnFileChanged(DatabaseFileChange change)
    {
        _tokens.Forget();
        switch (change.Kind)
        {
            case DatabaseFileChangeKind.Lost:
                LogLost(_dialect.FilePath, change.Reason);
                break;
            case DatabaseFileChangeKind.Refused:
                LogRefused(_dialect.FilePath, change.Reason);
                break;
            case DatabaseFileChangeKind.TakenUp:
                LogTakenUp(_dialect.FilePath, change.Reason);
                break;
        }

        if (change.IsAnotherFile)
        {
            // Ids that were given since the backup are given again.
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
    private partial void LogTakenUp(string file, string which);

    [LoggerMessage(EventId = 1504, Level = LogLevel.Critical, Message = "The disk of {Folder} is full. The space set aside is used for what takes rights away; other changes are answered with 503 until there is room again.")]
    private partial void LogReleased(string folder);

    [LoggerMessage(EventId = 1505, Level = LogLevel.Warning, Message = "There is room again in {Folder}: space is set aside, and all changes are accepted.")]
    private partial void LogSetAside(string folder);

    [LoggerMessage(EventId = 1506, Level = LogLevel.Warning, Message = "The database's file could not be looked at; the next second tries again.")]
    private partial void LogNotLooked(Exception exception);
}
