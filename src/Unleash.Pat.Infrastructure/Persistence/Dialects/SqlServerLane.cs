using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>Connections that one kind of work has to itself: a pool of its own, and as many at once as it holds.</summary>
/// <remarks>Which pool a connection belongs to is decided by its connection string, the application's name among it.</remarks>
internal sealed class SqlServerLane(SqlConnectionStringBuilder builder) : IDisposable
{
    private readonly string _connectionString = builder.ConnectionString;
    private readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(builder.ConnectTimeout);
    private readonly SemaphoreSlim _slots = new(builder.MaxPoolSize);

    /// <remarks>
    /// SqlClient opens one connection after another and does not count a caller's wait for its turn: ten callers of a server
    /// that does not answer would wait ten timeouts. So the limit is kept here, and one covers both waits.
    /// </remarks>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_connectTimeout);
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            await _slots.WaitAsync(limit.Token);
            return await OpenInSlotAsync(limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NoConnectionException("No connection to SQL Server could be opened within the connect timeout.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The pool's way of saying that all its connections are taken; said early, it is about a pool that was just cleared.
            throw TimeProvider.System.GetElapsedTime(start) < _connectTimeout / 2
                ? new BrokenConnectionException(exception)
                : new NoConnectionException("No connection of the pool became free in time.", exception);
        }
        catch (SqlException exception) when (SqlServerErrors.Classify(exception) == DatabaseFault.Unexpected)
        {
            // Whatever number a server or a gateway refuses a login with, no statement was at fault.
            throw new NoConnectionException("SQL Server refused the connection.", exception);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<DbConnection> OpenInSlotAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(_connectionString);
        connection.Disposed += (_, _) => _slots.Release();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
