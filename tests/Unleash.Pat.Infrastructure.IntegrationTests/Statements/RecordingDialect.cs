using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.SqlServer;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>
/// SQL Server's dialect over a connection that keeps what it is asked and answers every query with the same rows, which
/// have every column that any repository reads.
/// </summary>
internal sealed class RecordingDialect(Func<DataTable> rows) : ISqlDialect, IDisposable
{
    private readonly SqlServerDialect _dialect = new(new DatabaseOptions { ConnectionString = "Server=nowhere;Database=none" });

    public ConcurrentQueue<RecordedCommand> Commands { get; } = new();

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DbConnection>(new RecordingConnection(Commands.Enqueue, rows) { RefusesToBlock = true });

    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public TimeSpan StatementTimeout => _dialect.StatementTimeout;

    public TimeSpan CommitDelay => _dialect.CommitDelay;

    public TransactionCommands? Transaction => _dialect.Transaction;

    public bool IndexesLater => _dialect.IndexesLater;

    public bool MergesInOrder => _dialect.MergesInOrder;

    public string RowsChanged => _dialect.RowsChanged;

    public string CountRows => _dialect.CountRows;

    public DatabaseFault Classify(Exception exception) => _dialect.Classify(exception);

    public bool IsRefusal(Exception exception) => _dialect.IsRefusal(exception);

    public void Abandon(DbConnection connection)
    {
    }

    public void OnConnectionFailed(DbConnection connection, Exception exception)
    {
    }

    public string SelectUpdateability => _dialect.SelectUpdateability;

    public string? WrapInTransaction(string writes) => _dialect.WrapInTransaction(writes);

    public string JsonText(string column) => _dialect.JsonText(column);

    public string JsonNumber(string column, string property) => _dialect.JsonNumber(column, property);

    public string InstantText(string column) => _dialect.InstantText(column);

    public string Lock(string update) => _dialect.Lock(update);

    public string ReturningId(string insert) => _dialect.ReturningId(insert);

    public string LastId => _dialect.LastId;

    public string Contains(string column, string part) => _dialect.Contains(column, part);

    public string Page(string query) => _dialect.Page(query);

    public string First(string query, string count) => _dialect.First(query, count);

    public string MillisecondsBetween(string from, string to) => _dialect.MillisecondsBetween(from, to);

    public Task<List<T>> QueryAsync<T>(
        DbConnection connection, string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken) =>
        _dialect.QueryAsync(connection, select, parameters, read, cancellationToken);

    public void Dispose() => _dialect.Dispose();
}
