using System.Data.Common;
using System.Runtime.ExceptionServices;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Runs reads and transactions, and turns an engine's exceptions into what they mean.
/// </summary>
internal sealed class Database(ISqlDialect dialect)
{
    public ISqlDialect Dialect => dialect;

    /// <summary>Reads over a connection of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            return await read(connection);
        }
        catch (Exception exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>Writes in one transaction: all of it, or nothing where <paramref name="write"/> throws.</summary>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        using var turn = await dialect.EnterWriteAsync(cancellationToken);
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(transaction);

            // Once the work is done it is committed, whoever has gone away meanwhile.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (Exception exception)
        {
            throw Translate(exception);
        }
    }

    private Exception Translate(Exception exception)
    {
        switch (dialect.Classify(exception))
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
}
