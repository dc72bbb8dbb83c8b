using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Connections that one kind of work has to itself: a pool of its own, and no more at once than it holds.</summary>
/// <remarks>SqlClient has a pool for each connection string, and the application's name is part of it.</remarks>
internal sealed class SqlServerConnectionPool(SqlConnectionStringBuilder builder) : IDisposable
{
    private readonly string _connectionString = builder.ConnectionString;
    private readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(builder.ConnectTimeout);
    private readonly SemaphoreSlim _slots = new(builder.MaxPoolSize);

    /// <remarks>
    /// SqlClient opens one connection after another and does not limit how long a caller queues for that: ten callers of a
    /// server that does not answer would wait ten timeouts. So one limit here covers both waits.
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
            // The pool has no free connection. Where this comes early, the pool has just been cleared.
            throw TimeProvider.System.GetElapsedTime(start) < _connectTimeout / 2
                ? new BrokenConnectionException(exception)
                : new NoConnectionException("No connection of the pool became free in time.", exception);
        }
        catch (SqlException exception) when (SqlServerErrors.Classify(exception) == DatabaseFault.Unexpected)
        {
            // Whatever number the server or a gateway refuses a login with, no statement was at fault.
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
