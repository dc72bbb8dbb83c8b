using System.Data.Common;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Telemetry;
using Unleash.Pat.Infrastructure.Telemetry;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Commits changes that wait at the same time together, on an engine with one writer at a time: one transaction, one flush to
/// the disk, and then all are answered. Where a change fails, all run again, each with a savepoint, so that it fails alone.
/// </summary>
/// <remarks>
/// No caller is answered before the commit that holds its change has reached the disk
/// (docs/decisions/0035-writers-are-committed-together.md).
/// </remarks>
internal sealed class WriteGroups(ISqlDialect dialect, WriteGroupMetrics? metrics, EventStamper stamper)
{
    // It bounds how long the first of a group waits for the last, as the dialect's time does.
    private const int MaxSize = 100;

    // Another process asks for the lock every millisecond, and would seldom ask between two groups that follow at once.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan MaxIdleTime = TimeSpan.FromSeconds(10);

    private const string Begin = "SAVEPOINT change";
    private const string Keep = "RELEASE change";
    private const string GoBack = "ROLLBACK TO change";

    private readonly Lock _gate = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private WorkThread? _thread;
    private bool _isWriting;

    /// <summary>Runs a change in a group.</summary>
    /// <param name="isRevocation">Whether it takes a right away, and so is written on a full disk too.</param>
    /// <param name="cancellationToken">Cancels the wait for the group; the change itself takes its own token.</param>
    public Task<T> WriteAsync<T>(
        Func<WriteTransaction, Task<T>> write, bool isRevocation, Attempt attempt, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(write, isRevocation, attempt);
        lock (_gate)
        {
            if (!_isWriting)
            {
                (_thread ??= new WorkThread("writes", MaxIdleTime, CommitAll)).Wake();
                _isWriting = true;
            }

            // Last: where there is no thread, the caller gets the error, and the change must not be written later.
            _waiting.Enqueue(pending);
        }

        return pending.WaitAsync(cancellationToken);
    }

    private void CommitAll()
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (IsAnyWaiting())
        {
            CommitGroupAsync().GetAwaiter().GetResult();
            if (TimeProvider.System.GetElapsedTime(begin) > Turn)
            {
                Thread.Sleep(BetweenTurns);
                begin = TimeProvider.System.GetTimestamp();
            }
        }
    }

    // Threat: an exception that got past this would leave every later change waiting.
    private async Task CommitGroupAsync()
    {
        var group = new List<PendingWrite>();
        try
        {
            if (!await TryCommitAsync(group, TryRunAsync))
            {
                await TryCommitAsync(group, RunEachAsync);
            }
        }
        catch (OperationCanceledException exception)
        {
            // Another process writes. Each change that waits has a limit of its own for that.
            group.ForEach(change => change.Fail(WaitLimit.Exceeded(exception)));
        }
        catch (Exception exception)
        {
            // The transaction did not begin, and what waits would meet the same.
            group.ForEach(change => change.Fail(exception));
            while (TryTake(out var change))
            {
                change.Fail(exception);
            }
        }
    }

    /// <summary>Commits a group in a transaction of its own, and answers it.</summary>
    /// <param name="run">Runs the changes, and adds those to the group that are not in it yet.</param>
    /// <returns><see langword="false"/> where the changes must run in another way: nothing is written, and no one is answered.</returns>
    private async Task<bool> TryCommitAsync(List<PendingWrite> group, Func<DbConnection, List<PendingWrite>, Task<bool>> run)
    {
        using var limit = new CancellationTokenSource(dialect.Timeout);
        await using var connection = await dialect.OpenForWritingAsync(limit.Token);
        var begin = TimeProvider.System.GetTimestamp();
        var isCommitted = false;
        Exception? failure = null;
        try
        {
            if (!await run(connection, group))
            {
                return false;
            }

            if (group.Exists(change => change.Failure is null))
            {
                // A file that was replaced or found damaged meanwhile must not get what is answered with 503.
                dialect.EnsureKept();
                group.ForEach(change => change.Attempt.IsInDoubt = true);
                dialect.Commit(connection);
                dialect.EnsureKept();
                isCommitted = true;
            }
        }
        catch (Exception exception)
        {
            dialect.OnConnectionFailed(connection, exception);
            failure = exception;
        }

        Report(group, isCommitted, TimeProvider.System.GetElapsedTime(begin));

        // Those that failed wait for the commit too: what they failed for may be a change of this group.
        group.ForEach(failure is null ? change => change.Answer() : change => change.Fail(failure));
        return true;
    }

    private void Report(List<PendingWrite> group, bool isCommitted, TimeSpan duration)
    {
        if (group.Count > 0)
        {
            metrics?.Record(group.Count, isCommitted, duration);
        }

        if (ServiceTelemetry.Source.HasListeners() && group.Exists(change => change.Caller != default))
        {
            Trace(group, isCommitted, duration);
        }
    }

    // A group belongs to several traces, so it is one of its own that names them.
    private static void Trace(List<PendingWrite> group, bool isCommitted, TimeSpan duration)
    {
        using var span = ServiceTelemetry.Source.StartActivity(
            "commit writes",
            ActivityKind.Internal,
            parentContext: default,
            links: group.Where(change => change.Caller != default).Select(change => new ActivityLink(change.Caller)),
            startTime: TimeProvider.System.GetUtcNow() - duration);
        span?.SetTag("writes", group.Count).SetStatus(isCommitted ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }

    // Without savepoints, which would be a sixth of what the statements cost. Those that come while the others run are taken too.
    private async Task<bool> TryRunAsync(DbConnection connection, List<PendingWrite> group)
    {
        var transaction = new WriteTransaction(dialect, connection, stamper);
        var begin = TimeProvider.System.GetTimestamp();
        while (group.Count < MaxSize && TimeProvider.System.GetElapsedTime(begin) < dialect.MaxGroupDuration && TryTake(out var change))
        {
            group.Add(change);
            await change.RunAsync(transaction);
            if (change.Failure is not null)
            {
                return false;
            }
        }

        return true;
    }

    // With a savepoint each, so that one that fails undoes itself alone.
    private async Task<bool> RunEachAsync(DbConnection connection, List<PendingWrite> group)
    {
        var transaction = new WriteTransaction(dialect, connection, stamper);
        foreach (var change in group)
        {
            dialect.Control(connection, Begin);
            await change.RunAsync(transaction);
            if (change.Failure is null)
            {
                dialect.Control(connection, Keep);
            }
            else
            {
                dialect.OnConnectionFailed(connection, change.Failure);
                Undo(connection, change.Failure);
            }
        }

        return true;
    }

    private void Undo(DbConnection connection, Exception failure)
    {
        try
        {
            dialect.Control(connection, GoBack);
            dialect.Control(connection, Keep);
        }
        catch (DbException exception)
        {
            // The engine has rolled back the whole transaction, as it does on a full disk.
            if (dialect.Classify(failure) == DatabaseFault.Unavailable)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            throw new BrokenConnectionException(exception);
        }
    }

    private bool TryTake(out PendingWrite change)
    {
        lock (_gate)
        {
            while (_waiting.TryDequeue(out change!))
            {
                if (!change.TryStart())
                {
                    continue;
                }

                if (change.IsRevocation || dialect.WhyOnlyRevocations is not { } reason)
                {
                    return true;
                }

                // Threat: on a full disk, the changes that wait would use up the room that was made for a revocation.
                change.Fail(new ServiceUnavailableException(reason));
            }

            return false;
        }
    }

    private bool IsAnyWaiting()
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var next) && !next.IsWaiting)
            {
                _waiting.Dequeue();
            }

            _isWriting = _waiting.Count > 0;
            return _isWriting;
        }
    }
}
