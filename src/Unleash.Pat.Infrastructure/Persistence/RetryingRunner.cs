using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Runs work. Retries what the engine asks to be retried, and translates the engine's exceptions.</summary>
internal sealed class RetryingRunner(ISqlDialect dialect)
{
    /// <summary>Runs work over a connection.</summary>
    public Task<T> RunAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Attempt, Task<T>> work,
        WaitLimit limit,
        CancellationToken cancellationToken) =>
        RunAsync(attempt => TryAsync(open, work, attempt, limit.Token), limit, cancellationToken);

    public async Task<T> RunAsync<T>(Func<Attempt, Task<T>> work, WaitLimit limit, CancellationToken cancellationToken)
    {
        var retries = new RetryPolicy(TimeProvider.System);
        while (true)
        {
            var attempt = new Attempt();
            try
            {
                return await work(attempt);
            }
            catch (OperationCanceledException exception) when (limit.IsOver)
            {
                throw WaitLimit.Exceeded(exception);
            }
            catch (Exception exception)
            {
                var fault = Classify(exception, cancellationToken);
                var lastedUpTo = attempt.IsAnswered ? dialect.StatementTimeout : TimeSpan.Zero;
                if (fault != DatabaseFault.Transient || attempt.IsInDoubt || !await retries.WaitAsync(lastedUpTo, cancellationToken))
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
            if (!attempt.IsAnswered && exception is not (DbException or OperationCanceledException))
            {
                // A provider can throw any exception over a connection that broke.
                throw new BrokenConnectionException(exception);
            }

            throw;
        }
    }

    private DatabaseFault Classify(Exception exception, CancellationToken cancellationToken)
    {
        var fault = exception switch
        {
            BrokenConnectionException => DatabaseFault.Transient,
            // Dapper's, for a value of another type or out of range.
            DataException => DatabaseFault.Structure,
            _ => dialect.Classify(exception),
        };
        if (fault is DatabaseFault.Transient or DatabaseFault.Unavailable)
        {
            // Some providers report a cancelled wait as a fault of the database.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return fault;
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
            case DatabaseFault.Structure:
                return new DatabaseStructureException(exception);
            default:
                ExceptionDispatchInfo.Throw(exception);
                return exception;
        }
    }
}
