using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>
/// Applies the policy and deletes what is no longer kept, on one node at a time and in small batches (docs/api.md, section 10).
/// </summary>
internal sealed partial class Housekeeper(
    IEnumerable<IChore> chores,
    ILeaseStore leases,
    HousekeepingMetrics metrics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Housekeeper> logger)
    : RecurringWork(lifetime, TimeSpan.FromSeconds(5), time)
{
    private const string LeaseName = "housekeeping";

    // What takes long must not keep the other chores waiting; it goes on when each of them has had its turn.
    private const int MostBatches = 100;

    // After a batch that leaves more to do it rests four times as long as the batch took. Millions of rows, as after an upgrade,
    // would otherwise take a processor and the turns of those that write from the requests, for minutes.
    private const int RestFactor = 4;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time;
    private readonly Lease _lease = new(LeaseName, leases, time);

    protected override Task PrepareAsync(CancellationToken cancellationToken) => RunRoundAsync(cancellationToken);

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (isLast)
        {
            await _lease.ReleaseAsync(cancellationToken);
            return;
        }

        while (await IsMyTurnAsync(cancellationToken) && await RunEachAsync(cancellationToken))
        {
            // One of them has more to do.
        }
    }

    private async Task<bool> IsMyTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _lease.TryHoldAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            foreach (var chore in chores)
            {
                metrics.Failed(chore);
            }

            throw;
        }
    }

    private async Task<bool> RunEachAsync(CancellationToken cancellationToken)
    {
        var hasMore = false;
        foreach (var chore in chores)
        {
            var key = HousekeepingMetrics.KeyOf(chore);
            try
            {
                hasMore |= await RunAsync(chore, cancellationToken);
                Failures.Succeeded(key);
            }
#pragma warning disable CA1031 // Whatever goes wrong, the other chores are done.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                metrics.Failed(chore);
                if (Failures.IsDue(key, exception))
                {
                    LogNotDone(key, exception);
                }
            }
        }

        return hasMore;
    }

    /// <returns>Whether there may be more to do.</returns>
    private async Task<bool> RunAsync(IChore chore, CancellationToken cancellationToken)
    {
        var (done, total) = (chore.BatchSize, 0L);
        try
        {
            for (var batch = 0; batch < MostBatches && done == chore.BatchSize; batch++)
            {
                if (!await _lease.TryHoldAsync(cancellationToken))
                {
                    return false;
                }

                var begin = _time.GetTimestamp();
                done = await chore.RunBatchAsync(cancellationToken);
                total += done;
                await RestAsync(done == chore.BatchSize ? _time.GetElapsedTime(begin) : TimeSpan.Zero, cancellationToken);
            }

            return done == chore.BatchSize;
        }
        finally
        {
            if (total > 0)
            {
                metrics.Done(chore, total);
                if (!chore.IsRoutine)
                {
                    LogDone(chore.Name, total);
                }
            }
        }
    }

    private Task RestAsync(TimeSpan worked, CancellationToken cancellationToken)
    {
        var rest = worked * RestFactor;
        return rest > TimeSpan.Zero ? Task.Delay(rest < LongestRest ? rest : LongestRest, _time, cancellationToken) : Task.CompletedTask;
    }

    protected override void LogFailure(Exception exception) => LogNotDone("all of it", exception);

    [LoggerMessage(EventId = 1330, Level = LogLevel.Information, Message = "Housekeeping: {Chore}: {Count}.")]
    private partial void LogDone(string chore, long count);

    [LoggerMessage(EventId = 1331, Level = LogLevel.Warning, Message = "Housekeeping failed: {Chore}. The next round tries again in a few seconds.")]
    private partial void LogNotDone(string chore, Exception exception);
}
