using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>Reads the revocations four times a second.</summary>
internal sealed partial class RevocationReader(
    RevocationFeed feed, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RevocationReader> logger)
    : RecurringWork(lifetime, TimeSpan.FromMilliseconds(250), time)
{
    private readonly TimeProvider _time = time;
    private bool _isFailing;

    protected override bool HasLastRound => false;

    protected override Task PrepareAsync(CancellationToken cancellationToken) => RunRoundAsync(cancellationToken);

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        // A read that hangs is left alone: a driver may wait for seconds until a lost server confirms that it is cancelled.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = feed.ReadAsync(limit.Token);
        try
        {
            await read.WaitAsync(MemoryTrust.Limit, _time, cancellationToken);
        }
        catch
        {
            await limit.CancelAsync();
            _ = read.ContinueWith(
                static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        if (_isFailing)
        {
            _isFailing = false;
            LogReadAgain();
        }
    }

    // Once, because it is tried again four times a second.
    protected override void LogFailure(Exception exception)
    {
        if (!_isFailing)
        {
            _isFailing = true;
            LogNotRead(exception);
        }
    }

    [LoggerMessage(EventId = 1320, Level = LogLevel.Warning, Message = "Revocations could not be read. After a second this node reads each token from the database, until it can read them again.")]
    private partial void LogNotRead(Exception exception);

    [LoggerMessage(EventId = 1321, Level = LogLevel.Information, Message = "Revocations are read again; tokens are verified from memory.")]
    private partial void LogReadAgain();
}
