using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A transaction under way, and the statements within it.</summary>
/// <remarks>
/// A driver whose own begin and commit block a thread, as SQL Server's does, has its transactions begun and ended by
/// commands; what is not committed is undone when this is disposed of.
/// </remarks>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _ofDriver;
    private readonly TransactionCommands? _commands;
    private bool _isCommitted;

    private WriteTransaction(DbConnection connection, DbTransaction? ofDriver, TransactionCommands? commands)
    {
        _connection = connection;
        _ofDriver = ofDriver;
        _commands = commands;
    }

    /// <summary>Begins one: by commands, or by the driver where there are none.</summary>
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

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string statement, object? parameters, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(Command(statement, parameters, cancellationToken));

    /// <summary>Records the event of the transaction's change.</summary>
    public Task RecordAsync(AuditEvent entry, CancellationToken cancellationToken) =>
        ExecuteAsync(EventSql.Insert, EventSql.Parameters(entry), cancellationToken);

    /// <summary>Asks for the only row.</summary>
    public Task<T> QuerySingleAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QuerySingleAsync<T>(Command(query, parameters, cancellationToken));

    /// <summary>Asks for the only row, if there is one.</summary>
    public Task<T?> QuerySingleOrDefaultAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QuerySingleOrDefaultAsync<T>(Command(query, parameters, cancellationToken));

    /// <summary>Asks for rows.</summary>
    public Task<IEnumerable<T>> QueryAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        _connection.QueryAsync<T>(Command(query, parameters, cancellationToken));

    /// <summary>Commits; once the work is done nobody who has gone away meanwhile calls it off.</summary>
    public async Task CommitAsync()
    {
        await (_commands is null
            ? _ofDriver!.CommitAsync(CancellationToken.None)
            : _connection.ExecuteAsync(new CommandDefinition(_commands.Commit, cancellationToken: CancellationToken.None)));
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_ofDriver is not null)
        {
            await _ofDriver.DisposeAsync();
        }
        else if (!_isCommitted)
        {
            await _connection.ExecuteAsync(new CommandDefinition(_commands!.Rollback, cancellationToken: CancellationToken.None));
        }
    }

    private CommandDefinition Command(string statement, object? parameters, CancellationToken cancellationToken) =>
        new(statement, parameters, _ofDriver, cancellationToken: cancellationToken);
}
