using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Records refused authorization headers every few seconds.</summary>
internal sealed partial class AuthenticationFailureWriter(
    AuthenticationFailures failures,
    IAuthenticationFailureStore store,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<AuthenticationFailureWriter> logger)
    : RecurringWork(lifetime, TimeSpan.FromSeconds(5), time)
{
    // Small enough that a batch does not hold up other writers.
    private const int BatchSize = 50;

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        foreach (var batch in failures.TakeDue(isLast).Chunk(BatchSize))
        {
            await store.RecordAsync([.. batch.Select(counted => counted.Event)], cancellationToken);
            failures.Recorded(batch);
        }
    }

    protected override void LogFailure(Exception exception) => LogNotRecorded(exception);

    [LoggerMessage(EventId = 1310, Level = LogLevel.Warning, Message = "Refused authorization headers could not be recorded; they stay counted and the next attempt is in a few seconds.")]
    private partial void LogNotRecorded(Exception exception);
}
