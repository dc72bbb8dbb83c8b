using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Has the gathered uses of sessions written down as they come, and for the last time when the service stops.</summary>
internal sealed partial class SessionUseWriter(
    SessionUses sessions, IHostApplicationLifetime lifetime, ILogger<SessionUseWriter> logger)
    : BackgroundService
{
    // Other processes that hold the database do not go by this service's clock.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastFlush = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Not the host's own token: requests that were slow to end may have used its time up.
        using var limit = new CancellationTokenSource(LastFlush);
        await TryFlushAsync(limit.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            while (true)
            {
                await sessions.WaitAsync(stoppingToken);
                while (!await TryFlushAsync(stoppingToken))
                {
                    await Task.Delay(Pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; StopAsync writes the rest.
        }
    }

    private async Task<bool> TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sessions.FlushAsync(cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever goes wrong, the uses stay gathered and are tried again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotWritten(exception);
            return false;
        }
    }

    [LoggerMessage(EventId = 1304, Level = LogLevel.Warning, Message = "When sessions were last used could not be written down; it is kept and tried again.")]
    private partial void LogNotWritten(Exception exception);
}
