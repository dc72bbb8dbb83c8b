using System.Data.Common;
using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Runs reads and transactions, retries what the engine asks to be retried, and turns the engine's exceptions into what
/// they mean.
/// </summary>
internal sealed partial class Database(ISqlDialect dialect)
{
    private readonly RetryingRunner _runner = new(dialect);

    public ISqlDialect Dialect => dialect;

    /// <summary>Reads over a connection of its own.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenAsync, read, cancellationToken);

    /// <summary>
    /// Reads over a connection that is reserved for the short reads on which everything else depends: who the caller is,
    /// and whether the service is ready.
    /// </summary>
    /// <remarks>Threat: some slow statements of administrators take every other connection, and no token can be verified.</remarks>
    public Task<T> VerifyAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenForVerificationAsync, read, cancellationToken);

    /// <summary>Writes in one transaction: all of it, or nothing where <paramref name="write"/> throws.</summary>
    /// <remarks>
    /// Work that failed is retried only before the commit is sent, so it happens at most once. Where the answer to the
    /// commit is lost, the caller gets the exception of a database that cannot be reached.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        dialect.WhyOnlyRevocations is { } reason
            ? Task.FromException<T>(new ServiceUnavailableException(reason))
            : CommitAsync(write, cancellationToken);

    /// <summary>Like <c>WriteAsync</c>, for a change that takes a right away: it succeeds on a full disk too.</summary>
    public async Task<T> RevokeAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await CommitAsync(write, cancellationToken);
        }
        catch (ServiceUnavailableException exception) when (dialect.TryMakeRoom(exception.InnerException))
        {
            return await CommitAsync(write, cancellationToken);
        }
    }

    private async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.Timeout, cancellationToken);
        return await _runner.RunAsync(open, (connection, _) => read(connection), limit, cancellationToken);
    }

    private async Task<T> CommitAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.Timeout, cancellationToken);
        using var writeLock = await AcquireWriteLockAsync(limit);
        return await _runner.RunAsync(
            dialect.OpenAsync,
            (connection, attempt) => CommitAsync(connection, attempt, write, limit.Token),
            limit,
            cancellationToken);
    }

    private async Task<T> CommitAsync<T>(
        DbConnection connection, Attempt attempt, Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var transaction = await WriteTransaction.BeginAsync(connection, dialect, cancellationToken);
        try
        {
            var result = await write(transaction);
            attempt.IsInDoubt = true;
            await transaction.CommitAsync();
            dialect.EnsureKept();
            return result;
        }
        finally
        {
            await EndAsync(transaction, connection);
        }
    }

    private async ValueTask<IDisposable?> AcquireWriteLockAsync(WaitLimit limit)
    {
        try
        {
            return await dialect.AcquireWriteLockAsync(limit.Token);
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            throw WaitLimit.Exceeded(exception);
        }
    }

    // Where the connection is broken, the transaction has ended with it, and a second exception must not hide the cause.
    private async Task EndAsync(WriteTransaction transaction, DbConnection connection)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            if (!dialect.IsRefusal(exception))
            {
                // Threat: the transaction may still hold locks, which would last as long as the connection is pooled.
                dialect.Abandon(connection);
            }
        }
    }
}
