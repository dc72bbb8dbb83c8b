using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A transaction, and the statements within it. Disposing of it rolls back what is not committed.</summary>
/// <remarks>
/// Where a driver's own begin and commit block a thread, as SQL Server's do, commands begin and end the transaction.
/// </remarks>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _driverTransaction;
    private readonly TransactionCommands? _commands;
    private bool _isCommitted;

    private WriteTransaction(DbConnection connection, DbTransaction? driverTransaction, TransactionCommands? commands)
    {
        _connection = connection;
        _driverTransaction = driverTransaction;
        _commands = commands;
    }

    public static async Task<WriteTransaction> BeginAsync(
        DbConnection connection, ISqlDialect dialect, CancellationToken cancellationToken)
    {
        if (dialect.Transaction is not { } commands)
        {
            return new WriteTransaction(connection, await dialect.BeginAsync(connection, cancellationToken), null);
        }

        await connection.ExecuteAsync(new CommandDefinition(commands.Begin, cancellationToken: cancellationToken));
        return new WriteTransaction(connection, null, commands);
    }

    /// <returns>The number of rows that the statement changed.</returns>
    public Task<int> ExecuteAsync(string statement, object? parameters, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(Command(statement, parameters, cancellationToken));

    /// <summary>Records the event of the change in the same transaction.</summary>
    public Task RecordAsync(AuditEvent entry, CancellationToken cancellationToken) =>
        ExecuteAsync(EventSql.Insert, EventSql.Parameters(entry), cancellationToken);

    public Task<T> QuerySingleAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QuerySingleAsync<T>(Command(query, parameters, cancellationToken));

    public Task<T?> QuerySingleOrDefaultAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QuerySingleOrDefaultAsync<T>(Command(query, parameters, cancellationToken));

    public Task<IEnumerable<T>> QueryAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QueryAsync<T>(Command(query, parameters, cancellationToken));

    /// <summary>Commits. A caller that has gone away does not cancel it: the work is done.</summary>
    public async Task CommitAsync()
    {
        await (_commands is null
            ? _driverTransaction!.CommitAsync(CancellationToken.None)
            : _connection.ExecuteAsync(new CommandDefinition(_commands.Commit, cancellationToken: CancellationToken.None)));
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_driverTransaction is not null)
        {
            await _driverTransaction.DisposeAsync();
        }
        else if (!_isCommitted)
        {
            await _connection.ExecuteAsync(new CommandDefinition(_commands!.Rollback, cancellationToken: CancellationToken.None));
        }
    }

    private CommandDefinition Command(string statement, object? parameters, CancellationToken cancellationToken) =>
        new(statement, parameters, _driverTransaction, cancellationToken: cancellationToken);
}
