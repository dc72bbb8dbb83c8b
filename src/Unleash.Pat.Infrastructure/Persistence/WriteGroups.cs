using System.Data.Common;
using System.Runtime.ExceptionServices;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Commits changes that wait at the same time together, on an engine with one writer at a time: one transaction, a savepoint
/// for each, one flush to the disk, and then all are answered. A change that fails undoes itself alone.
/// </summary>
/// <remarks>No caller is answered before the commit that holds its change has reached the disk (docs/decisions).</remarks>
internal sealed class WriteGroups(ISqlDialect dialect)
{
    // Both bound how long the first of a group waits for the last.
    private const int MaxSize = 100;
    private static readonly TimeSpan MaxDuration = TimeSpan.FromMilliseconds(25);

    private const string Begin = "SAVEPOINT change";
    private const string Keep = "RELEASE change";
    private const string Undo = "ROLLBACK TO change; RELEASE change";
    private const string Commit = "COMMIT";

    private readonly Lock _gate = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private bool _isWriting;

    /// <summary>Runs a change in a group.</summary>
    /// <param name="cancellationToken">Cancels the wait for the group; the change itself takes its own token.</param>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, Task<T>> write, Attempt attempt, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(write, attempt);
        bool isFirst;
        lock (_gate)
        {
            _waiting.Enqueue(pending);
            isFirst = !_isWriting;
            _isWriting = true;
        }

        if (isFirst)
        {
            // The groups belong to no request: neither its trace nor its culture.
            ThreadPool.UnsafeQueueUserWorkItem(static groups => _ = groups.CommitAllAsync(), this, preferLocal: false);
        }

        return pending.WaitAsync(cancellationToken);
    }

    private async Task CommitAllAsync()
    {
        while (IsAnyWaiting())
        {
            await CommitGroupAsync();
        }
    }

    // Threat: an exception that got past this would leave every later change waiting.
    private async Task CommitGroupAsync()
    {
        var started = new List<PendingWrite>();
        try
        {
            using var limit = new CancellationTokenSource(dialect.Timeout);
            await using var connection = await dialect.OpenForWritingAsync(limit.Token);
            await CommitAsync(connection, started);
        }
        catch (OperationCanceledException) when (started.Count == 0)
        {
            // Another process writes. Each change has a limit of its own for that.
        }
        catch (Exception exception)
        {
            FailAll(started, exception);
        }
    }

    private async Task CommitAsync(DbConnection connection, List<PendingWrite> started)
    {
        try
        {
            await RunAsync(connection, started);
            if (started.Count == 0)
            {
                return;
            }

            started.ForEach(change => change.Attempt.IsInDoubt = true);
            await ExecuteAsync(connection, Commit);
            dialect.EnsureKept();
        }
        catch (Exception exception)
        {
            dialect.OnConnectionFailed(connection, exception);
            throw;
        }

        started.ForEach(change => change.Complete());
    }

    // Those that come while the others run are taken too.
    private async Task RunAsync(DbConnection connection, List<PendingWrite> started)
    {
        var transaction = new WriteTransaction(connection);
        var begin = TimeProvider.System.GetTimestamp();
        while (started.Count < MaxSize && TimeProvider.System.GetElapsedTime(begin) < MaxDuration && TryTake(out var change))
        {
            await ExecuteAsync(connection, Begin);
            try
            {
                await change.RunAsync(transaction);
            }
            catch (Exception exception)
            {
                await UndoAsync(connection, change, exception);
                continue;
            }

            await ExecuteAsync(connection, Keep);
            started.Add(change);
        }
    }

    private async Task UndoAsync(DbConnection connection, PendingWrite change, Exception exception)
    {
        change.Fail(exception);
        dialect.OnConnectionFailed(connection, exception);
        try
        {
            await ExecuteAsync(connection, Undo);
        }
        catch (DbException)
        {
            // The engine has rolled back the whole transaction, as it does on a full disk: the others share the fault.
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private bool TryTake(out PendingWrite change)
    {
        lock (_gate)
        {
            while (_waiting.TryDequeue(out change!))
            {
                if (change.TryStart())
                {
                    return true;
                }
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

    // Where not even the transaction began, what waits would meet the same.
    private void FailAll(List<PendingWrite> started, Exception exception)
    {
        if (started.Count == 0)
        {
            while (TryTake(out var change))
            {
                started.Add(change);
            }
        }

        started.ForEach(change => change.Fail(exception));
    }
}
