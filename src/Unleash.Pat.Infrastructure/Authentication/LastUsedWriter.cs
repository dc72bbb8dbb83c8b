using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Has the gathered uses written down every few seconds, and for the last time when the service stops.</summary>
/// <remarks>
/// The web server is stopped before this, so the last flush sees the uses of the last request.
/// </remarks>
internal sealed partial class LastUsedWriter(
    TokenLanes lanes,
    ConfiguredTokenUses configured,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<LastUsedWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastFlush = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Not the host's own token: requests that were slow to end may have used its time up.
        using var limit = new CancellationTokenSource(LastFlush);
        await FlushAsync(everything: true, limit.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            await PrepareAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(everything: false, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; StopAsync writes the rest.
        }
    }

    // The fingerprints of configured tokens take their time, which the last flush does not have.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await configured.PrepareAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever goes wrong, the first flush tries again and tells.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotPrepared(exception);
        }
    }

    private async Task FlushAsync(bool everything, CancellationToken cancellationToken)
    {
        try
        {
            await lanes.Personal.Seen.FlushAsync(everything, cancellationToken);
            await lanes.Admin.Seen.FlushAsync(everything, cancellationToken);
            await configured.FlushAsync(everything, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever goes wrong, the uses stay gathered and the next tick tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotWritten(exception);
        }
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "When tokens were last used could not be written down; it is kept and tried again.")]
    private partial void LogNotWritten(Exception exception);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Debug, Message = "The fingerprints of configured admin tokens could not be made yet.")]
    private partial void LogNotPrepared(Exception exception);
}
