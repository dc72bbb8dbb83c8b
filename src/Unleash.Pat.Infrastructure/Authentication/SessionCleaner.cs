using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Deletes expired sessions every hour, whether or not their accounts sign in again.</summary>
/// <remarks>
/// Threat: a session has the address that somebody used; kept for ever, these tell for years who was where. Each node
/// does it; what one has deleted the next does not find.
/// </remarks>
internal sealed partial class SessionCleaner(
    ISessionRepository sessions, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SessionCleaner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // A batch is one transaction, and small enough that nobody waits for it.
    private const int BatchSize = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            do
            {
                await CleanAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var expiredBy = time.GetUtcNow() - SessionPolicy.KeepExpiredFor;
            while (await sessions.DeleteExpiredAsync(expiredBy, BatchSize, cancellationToken) == BatchSize)
            {
                // There may be more.
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong, the next hour tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotCleaned(exception);
        }
    }

    [LoggerMessage(EventId = 1302, Level = LogLevel.Warning, Message = "Expired sessions could not be deleted; the next hour tries again.")]
    private partial void LogNotCleaned(Exception exception);
}
