using System.Data;
using System.Data.Common;
using Azure.Identity;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>SQL Server 2019 or later, and Azure SQL.</summary>
internal sealed class SqlServerDialect : ISqlDialect, IDisposable
{
    private const int ConnectSeconds = 15;
    private const int CommandSeconds = 10;
    private const int ConnectionLifetimeSeconds = 300;

    // Statements take a millisecond or so, and a burst of requests is served sooner by few connections that are there
    // than by many that must first be opened, which the pool does one after another.
    private const int MaxConnections = 10;

    // Everything from this class on has cost the connection.
    private const byte Fatal = 20;

    private static readonly TimeSpan BetweenClearings = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _slots;
    private readonly Pacer _clearings = new(BetweenClearings);

    public SqlServerDialect(string connectionString)
    {
        Builder = Parse(connectionString);
        ConnectionString = Builder.ConnectionString;
        _slots = new SemaphoreSlim(Math.Min(Builder.MaxPoolSize, MaxConnections));
    }

    public SqlConnectionStringBuilder Builder { get; }

    public string ConnectionString { get; }

    // As in SqlClient, none is without end.
    private TimeSpan ConnectTimeout =>
        Builder.ConnectTimeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Builder.ConnectTimeout);

    /// <remarks>
    /// SqlClient opens one connection after another and does not count a caller's wait for its turn: ten callers of a server
    /// that does not answer would wait ten timeouts. So the limit is kept here, and one covers both waits.
    /// </remarks>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTimeout);
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
            throw TimeProvider.System.GetElapsedTime(start) < ConnectTimeout / 2
                ? new BrokenConnectionException(exception)
                : new NoConnectionException("No connection of the pool became free in time.", exception);
        }
        catch (SqlException exception) when (Classify(exception) == DatabaseFault.Unexpected)
        {
            // Whatever number a server or a gateway refuses a login with, no statement was at fault.
            throw new NoConnectionException("SQL Server refused the connection.", exception);
        }
    }

    public ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => new((IDisposable?)null);

    public DatabaseFault Classify(Exception exception) => exception switch
    {
        NoConnectionException or AuthenticationFailedException => DatabaseFault.Unavailable,
        SqlException fault => SqlServerErrors.Classify(NumbersOf(fault), fault.Class >= Fatal),
        _ => DatabaseFault.Unexpected,
    };

    // After the server has gone away, or has become a replica that takes no writes, each pooled connection would fail a
    // caller of its own. Once in a while is enough: all of them are dropped together.
    public void OnConnectionFailed(DbConnection connection, Exception exception)
    {
        if (connection is SqlConnection failed
            && (failed.State != ConnectionState.Open || SqlServerErrors.IsWrongReplica(NumbersOf(exception)))
            && _clearings.TryBegin())
        {
            SqlConnection.ClearPool(failed);
        }
    }

    public string SelectUpdateability => "SELECT CONVERT(nvarchar(60), DATABASEPROPERTYEX(DB_NAME(), 'Updateability'))";

    public string? Atomic(string writes) => $"SET XACT_ABORT ON; BEGIN TRANSACTION; {writes} COMMIT TRANSACTION;";

    public string ReturningId(string insert) => $"{insert}; SELECT CAST(SCOPE_IDENTITY() AS bigint);";

    public string Holds(string column, string part) => $"CHARINDEX({part}, {column}) > 0";

    public string Page(string query) => $"{query} OFFSET @Offset ROWS FETCH NEXT @Limit ROWS ONLY";

    public void Dispose() => _slots.Dispose();

    private async Task<DbConnection> OpenInSlotAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(ConnectionString);
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

    private static IEnumerable<int> NumbersOf(Exception exception) =>
        exception is SqlException fault ? fault.Errors.Cast<SqlError>().Select(error => error.Number) : [];

    private static SqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(connectionString);
            Default(builder, "Connect Timeout", ConnectSeconds);
            Default(builder, "Command Timeout", CommandSeconds);
            Default(builder, "Application Name", "Unleash.Pat");

            // The driver's own way back to a server takes this long between two looks, and its default outlasts a caller.
            Default(builder, "Connect Retry Interval", 1);

            // A pool that refuses for up to a minute after one failure would outlast the server's own absence.
            Default(builder, "Pool Blocking Period", PoolBlockingPeriod.NeverBlock);
            // After a failover, connections to what was the primary would otherwise stay for as long as they are used.
            Default(builder, "Load Balance Timeout", ConnectionLifetimeSeconds);
            EnsureUsable(builder);
            return builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The cause can quote the connection string, which can hold a password.
            throw new StartupException("ConnectionStrings:UnleashPat is no connection string for SQL Server.");
        }
    }

    private static void EnsureUsable(SqlConnectionStringBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.InitialCatalog))
        {
            throw new StartupException("ConnectionStrings:UnleashPat must name a database (Database=…).");
        }

        if (builder.ApplicationIntent == ApplicationIntent.ReadOnly)
        {
            throw new StartupException(
                "ConnectionStrings:UnleashPat asks for a read-only replica (ApplicationIntent=ReadOnly), but the service writes. Leave it out.");
        }
    }

    private static void Default(SqlConnectionStringBuilder builder, string keyword, object value)
    {
        if (!builder.ShouldSerialize(keyword))
        {
            builder[keyword] = value;
        }
    }
}
