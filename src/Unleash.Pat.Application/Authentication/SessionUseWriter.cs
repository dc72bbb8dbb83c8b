using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Writes the uses of sessions as they come.</summary>
internal sealed partial class SessionUseWriter(
    SessionUses sessions, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SessionUseWriter> logger)
    : RecurringWork(lifetime, Timeout.InfiniteTimeSpan, time)
{
    // By the machine's clock: another process that holds the database does not go by this service's.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    protected override Task WaitAsync(CancellationToken cancellationToken) => sessions.WaitAsync(cancellationToken);

    protected override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        while (!await TryRunAsync(isLast: false, cancellationToken))
        {
            await Task.Delay(RetryDelay, cancellationToken);
        }
    }

    protected override Task RunAsync(bool isLast, CancellationToken cancellationToken) => sessions.FlushAsync(cancellationToken);

    protected override void LogFailure(Exception exception) => LogNotWritten(exception);

    [LoggerMessage(EventId = 1304, Level = LogLevel.Warning, Message = "When sessions were last used could not be written down; it is kept and tried again.")]
    private partial void LogNotWritten(Exception exception);
}
