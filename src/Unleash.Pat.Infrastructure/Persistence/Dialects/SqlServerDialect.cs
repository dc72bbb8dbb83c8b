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

    // Statements take a millisecond or so, and a burst of requests is served sooner by few connections that are there
    // than by many that must first be opened, which the pool does one after another.
    private const int MaxConnections = 10;

    // Everything from this class on has cost the connection.
    private const byte Fatal = 20;

    private readonly SemaphoreSlim _slots;

    public SqlServerDialect(string connectionString)
    {
        Builder = Parse(connectionString);
        ConnectionString = Builder.ConnectionString;
        _slots = new SemaphoreSlim(Math.Min(Builder.MaxPoolSize, MaxConnections));
    }

    public SqlConnectionStringBuilder Builder { get; }

    public string ConnectionString { get; }

    // As in SqlClient, none is without end.
    private TimeSpan Patience =>
        Builder.ConnectTimeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Builder.ConnectTimeout);

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!await _slots.WaitAsync(Patience, cancellationToken))
        {
            throw new PoolExhaustedException();
        }

        var connection = new SqlConnection(ConnectionString);
        connection.Disposed += (_, _) => _slots.Release();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (InvalidOperationException exception)
        {
            // The pool's only way of saying that all its connections are taken.
            await connection.DisposeAsync();
            throw new PoolExhaustedException(exception);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => new((IDisposable?)null);

    public DatabaseFault Classify(Exception exception) => exception switch
    {
        PoolExhaustedException or AuthenticationFailedException => DatabaseFault.Unavailable,
        SqlException fault => SqlServerErrors.Classify(fault.Errors.Cast<SqlError>().Select(error => error.Number), fault.Class >= Fatal),
        _ => DatabaseFault.Unexpected,
    };

    // After the server has gone away each pooled connection would fail in its turn, once for a caller each.
    public void Discard(DbConnection connection)
    {
        if (connection is SqlConnection broken && broken.State != ConnectionState.Open)
        {
            SqlConnection.ClearPool(broken);
        }
    }

    public string? Atomic(string writes) => $"SET XACT_ABORT ON; BEGIN TRANSACTION; {writes} COMMIT TRANSACTION;";

    public string ReturningId(string insert) => $"{insert}; SELECT CAST(SCOPE_IDENTITY() AS bigint);";

    public string Holds(string column, string part) => $"CHARINDEX({part}, {column}) > 0";

    public string Page(string query) => $"{query} OFFSET @Offset ROWS FETCH NEXT @Limit ROWS ONLY";

    public void Dispose() => _slots.Dispose();

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
            return string.IsNullOrEmpty(builder.InitialCatalog)
                ? throw new StartupException("ConnectionStrings:UnleashPat must name a database (Database=…).")
                : builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The cause can quote the connection string, which can hold a password.
            throw new StartupException("ConnectionStrings:UnleashPat is no connection string for SQL Server.");
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
