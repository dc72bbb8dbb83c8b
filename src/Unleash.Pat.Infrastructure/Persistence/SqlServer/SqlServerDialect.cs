using System.Data;
using System.Data.Common;
using Azure.Identity;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server 2019 or later, and Azure SQL.</summary>
internal sealed class SqlServerDialect : ISqlDialect, IDisposable
{
    private const string BeginTransaction = "SET XACT_ABORT ON; BEGIN TRANSACTION;";
    private const string CommitTransaction = "COMMIT TRANSACTION;";

    private static readonly TimeSpan BetweenClearings = TimeSpan.FromSeconds(5);

    private readonly SqlServerConnectionPool _general;
    private readonly SqlServerConnectionPool _verification;
    private readonly Pacer _clearings = new(BetweenClearings);

    public SqlServerDialect(DatabaseOptions options)
    {
        Builder = SqlServerConnectionString.Parse(options.ConnectionString, options.MaxConnections);
        ConnectionString = Builder.ConnectionString;
        StatementTimeout = TimeSpan.FromSeconds(Builder.CommandTimeout);
        _general = new SqlServerConnectionPool(Builder);
        _verification = new SqlServerConnectionPool(SqlServerConnectionString.ForVerification(Builder, options.VerificationConnections));
    }

    public SqlConnectionStringBuilder Builder { get; }

    public string ConnectionString { get; }

    public TimeSpan StatementTimeout { get; }

    // The statement that takes the id, the commit after it, and a reserve.
    public TimeSpan CommitDelay => TimeSpan.FromSeconds(Math.Max(30, Builder.CommandTimeout * 2));

    // SqlClient's own begin and commit block the calling thread for a round trip each.
    public TransactionCommands? Transaction { get; } =
        new(BeginTransaction, CommitTransaction, "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;");

    public bool IndexesLater => false;

    public bool MergesInOrder => false;

    public string RowsChanged => "@@ROWCOUNT";

    public string CountRows => "COUNT_BIG(*)";

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => _general.OpenAsync(cancellationToken);

    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) =>
        _verification.OpenAsync(cancellationToken);

    public DatabaseFault Classify(Exception exception) => exception switch
    {
        NoConnectionException or AuthenticationFailedException => DatabaseFault.Unavailable,
        SqlException fault => SqlServerErrors.Classify(fault),
        _ => DatabaseFault.Unexpected,
    };

    public bool IsRefusal(Exception exception) => exception is SqlException fault && SqlServerErrors.IsRefusal(fault);

    public void Abandon(DbConnection connection)
    {
        if (connection is SqlConnection abandoned)
        {
            // A connection cannot be dropped alone; those in use are closed when they return.
            SqlConnection.ClearPool(abandoned);
        }
    }

    // After the server was away, or has become a replica that takes no writes, each pooled connection would fail a caller
    // of its own. Once in a while is enough, because all of them are dropped together.
    public void OnConnectionFailed(DbConnection connection, Exception exception)
    {
        if (connection is SqlConnection failed
            && (failed.State != ConnectionState.Open || SqlServerErrors.IsWrongReplica(SqlServerErrors.NumbersOf(exception)))
            && _clearings.TryBegin())
        {
            SqlConnection.ClearPool(failed);
        }
    }

    public string SelectUpdateability => "SELECT CONVERT(nvarchar(60), DATABASEPROPERTYEX(DB_NAME(), 'Updateability'))";

    public string? WrapInTransaction(string statements) => $"{BeginTransaction} {statements} {CommitTransaction}";

    // {"v":"…"} without what stands around the string. STRING_ESCAPE would be shorter, and is not right everywhere beyond ASCII.
    public string JsonText(string column)
    {
        var json = $"(SELECT {column} AS v FOR JSON PATH, WITHOUT_ARRAY_WRAPPER)";
        return $"LEFT(STUFF({json}, 1, 5, ''), LEN({json}) - 6)";
    }

    public string JsonNumber(string column, string property) => $"TRY_CAST(JSON_VALUE({column}, '$.{property}') AS bigint)";

    // No style of CONVERT writes three decimals in every case.
    public string InstantText(string column) =>
        $"CONCAT(REPLACE(CONVERT(varchar(19), {column}, 120), ' ', 'T'), '.', RIGHT(CONCAT('00', DATEPART(millisecond, {column})), 3), 'Z')";

    public string Lock(string update) => update;

    public string ReturningId(string insert) => $"{insert}; SELECT {LastId};";

    public string LastId => "CAST(SCOPE_IDENTITY() AS bigint)";

    public string Contains(string column, string part) => $"CHARINDEX({part}, {column}) > 0";

    public string Page(string query) => $"{query} OFFSET @Offset ROWS FETCH NEXT @Limit ROWS ONLY";

    public string First(string query, string count) => $"{query} OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY";

    public string MillisecondsBetween(string from, string to) => $"DATEDIFF_BIG(millisecond, {from}, {to})";

    public async Task<List<T>> QueryAsync<T>(
        DbConnection connection, string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(select, parameters, cancellationToken: cancellationToken));
        var row = new ReaderRow(rows);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(row));
        }

        return found;
    }

    public void Dispose()
    {
        _general.Dispose();
        _verification.Dispose();
    }
}
