using System.Data.Common;
using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Reads that can take long, because they search through many rows.</summary>
internal sealed partial class Database
{
    /// <summary>Reads like <c>ReadAsync</c>, for no longer than the dialect's <see cref="ISqlDialect.SearchTimeout"/>.</summary>
    /// <exception cref="ServiceUnavailableException">It took too long.</exception>
    public async Task<T> SearchAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.SearchTimeout, cancellationToken);
        try
        {
            return await ReadAsync(connection => InterruptibleAsync(connection, read, limit.Token), limit.Token);
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException or ServiceUnavailableException)
        {
            // An engine reports a statement that was stopped in its own way.
            cancellationToken.ThrowIfCancellationRequested();
            if (limit.IsOver)
            {
                throw new ServiceUnavailableException(exception, Errors.SearchTooSlow);
            }

            throw;
        }
    }

    private async Task<T> InterruptibleAsync<T>(
        DbConnection connection, Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var interruption = cancellationToken.Register(() => dialect.Interrupt(connection));
        return await read(connection, cancellationToken);
    }
}
