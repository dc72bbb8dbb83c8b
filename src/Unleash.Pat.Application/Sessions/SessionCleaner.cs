using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Deletes expired sessions at the start and every hour, whether or not their accounts sign in again.</summary>
/// <remarks>
/// Threat: a session has the address that a user came from; kept for ever, the stored addresses would reveal where users
/// were. Every node deletes; sessions that another node has deleted are not found again.
/// </remarks>
internal sealed partial class SessionCleaner(
    ISessionRepository sessions, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SessionCleaner> logger)
    : RecurringWork(lifetime, TimeSpan.FromHours(1), time)
{
    // A batch is one transaction, and small enough not to hold up other writers.
    private const int BatchSize = 500;

    private readonly TimeProvider _time = time;

    protected override bool HasLastRound => false;

    protected override Task PrepareAsync(CancellationToken cancellationToken) => RunRoundAsync(cancellationToken);

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        var expiredBy = _time.GetUtcNow() - SessionPolicy.KeepExpiredFor;
        while (await sessions.DeleteExpiredAsync(expiredBy, BatchSize, cancellationToken) == BatchSize)
        {
            // There may be more.
        }
    }

    protected override void LogFailure(Exception exception) => LogNotCleaned(exception);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Warning, Message = "Expired sessions could not be deleted; the next hour tries again.")]
    private partial void LogNotCleaned(Exception exception);
}
