using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Runs reads and transactions, tries again what the engine asks to be tried again, and turns an engine's exceptions
/// into what they mean.
/// </summary>
internal sealed partial class Database(ISqlDialect dialect)
{
    public ISqlDialect Dialect => dialect;

    /// <summary>Reads over a connection of its own.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenAsync, read, cancellationToken);

    /// <summary>
    /// The same over a connection that is kept for short reads that everything else waits for: who is asking, and
    /// whether the service is ready.
    /// </summary>
    /// <remarks>Threat: some slow statements of administrators take every other connection, and no token can be verified.</remarks>
    public Task<T> VerifyAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenForVerificationAsync, read, cancellationToken);

    /// <summary>Writes in one transaction: all of it, or nothing where <paramref name="write"/> throws.</summary>
    /// <remarks>
    /// Work that failed is tried again only while the commit was not yet asked for, so it happens once at the most.
    /// Where the commit's own answer is lost, the caller is told that the database cannot be reached.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        dialect.WhyOnlyRevocations is { } reason
            ? Task.FromException<T>(new ServiceUnavailableException(reason))
            : CommitAsync(write, cancellationToken);

    /// <summary>As <see cref="WriteAsync"/>, for what takes a right away: it goes through on a full disk too.</summary>
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
        using var limit = new WaitLimit(dialect.Patience, cancellationToken);
        return await RunAsync(open, (connection, _) => read(connection), limit, cancellationToken);
    }

    private async Task<T> CommitAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.Patience, cancellationToken);
        using var turn = await EnterWriteAsync(limit);
        return await RunAsync(
            dialect.OpenAsync,
            async (connection, attempt) =>
            {
                var transaction = await WriteTransaction.BeginAsync(connection, dialect, limit.Token);
                try
                {
                    var result = await write(transaction);
                    attempt.IsInDoubt = true;
                    await transaction.CommitAsync();
                    dialect.RequireKept();
                    return result;
                }
                finally
                {
                    await EndAsync(transaction, connection);
                }
            },
            limit,
            cancellationToken);
    }

    private async ValueTask<IDisposable?> EnterWriteAsync(WaitLimit limit)
    {
        try
        {
            return await dialect.EnterWriteAsync(limit.Token);
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            throw WaitLimit.Told(exception);
        }
    }

    // Where the connection is broken the transaction has ended with it, and saying so again must not hide the cause.
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
                // Threat: nobody knows whether it still holds locks, which would last for as long as it waits in the pool.
                dialect.Abandon(connection);
            }
        }
    }

    private async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Attempt, Task<T>> work,
        WaitLimit limit,
        CancellationToken cancellationToken)
    {
        var retries = new RetryPolicy(TimeProvider.System);
        while (true)
        {
            var attempt = new Attempt();
            try
            {
                return await TryAsync(open, work, attempt, limit.Token);
            }
            catch (OperationCanceledException exception) when (limit.IsOver)
            {
                throw WaitLimit.Told(exception);
            }
            catch (Exception exception)
            {
                var fault = exception is BrokenConnectionException ? DatabaseFault.Transient : dialect.Classify(exception);
                if (fault is DatabaseFault.Transient or DatabaseFault.Unavailable)
                {
                    // Some providers report a wait that was called off as a fault of the database.
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (fault != DatabaseFault.Transient || attempt.IsInDoubt || !await retries.WaitAsync(attempt.IsAnswered ? dialect.LongestStatement : TimeSpan.Zero, cancellationToken))
                {
                    throw Translate(exception, fault);
                }
            }
        }
    }

    private async Task<T> TryAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Attempt, Task<T>> work,
        Attempt attempt,
        CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        try
        {
            return await work(connection, attempt);
        }
        catch (Exception exception)
        {
            attempt.IsAnswered = connection.State == ConnectionState.Open;
            dialect.OnConnectionFailed(connection, exception);
            if (connection.State != ConnectionState.Open && exception is not (DbException or OperationCanceledException))
            {
                // A provider that trips over its own broken connection throws whatever it trips over.
                throw new BrokenConnectionException(exception);
            }

            throw;
        }
    }

    private static Exception Translate(Exception exception, DatabaseFault fault)
    {
        switch (fault)
        {
            case DatabaseFault.DuplicateKey:
                return new DuplicateKeyException(exception);
            case DatabaseFault.MissingReference:
                return new MissingReferenceException(exception);
            case DatabaseFault.Transient or DatabaseFault.Unavailable:
                return new ServiceUnavailableException(exception);
            default:
                ExceptionDispatchInfo.Throw(exception);
                return exception;
        }
    }

    private sealed class Attempt
    {
        /// <summary>Whether the commit was asked for, so that a failure no longer says that nothing happened.</summary>
        public bool IsInDoubt { get; set; }

        /// <summary>Whether the connection still stood after the failure: a statement waited in vain, and not for a server that is away.</summary>
        public bool IsAnswered { get; set; }
    }
}
