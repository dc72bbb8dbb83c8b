using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>Deletes, every minute, the revocations that no node needs. Every node does; what is gone is not found again.</summary>
internal sealed partial class RevocationCleaner(
    RevocationFeed feed,
    IRevocationStore revocations,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<RevocationCleaner> logger)
    : RecurringWork(lifetime, TimeSpan.FromMinutes(1), time)
{
    // A batch is one transaction, and small enough not to hold up other writers.
    private const int BatchSize = 500;

    protected override bool HasLastRound => false;

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        // By how far this node has read, not by the time in the rows, which other nodes' clocks have written.
        var last = feed.Prunable;
        while (last > 0 && await revocations.DeleteThroughAsync(last, BatchSize, cancellationToken) == BatchSize)
        {
            // There may be more.
        }
    }

    protected override void LogFailure(Exception exception) => LogNotCleaned(exception);

    [LoggerMessage(EventId = 1322, Level = LogLevel.Warning, Message = "Old revocations could not be deleted; the next minute tries again.")]
    private partial void LogNotCleaned(Exception exception);
}
