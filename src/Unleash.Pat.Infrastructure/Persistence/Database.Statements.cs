using System.Data.Common;
using Dapper;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Transactions whose statements are one text.</summary>
internal sealed partial class Database
{
    /// <summary>
    /// Runs statements, each ended by a semicolon, in one transaction. It takes one round trip where the engine can do so.
    /// </summary>
    /// <returns>The row that the last statement selects, if any.</returns>
    public Task<T?> WriteAsync<T>(
        string statements, object? parameters, Repetition repetition, CancellationToken cancellationToken) =>
        dialect.WrapInTransaction(statements) is { } wrapped
            ? RunAsync<T>(wrapped, parameters, repetition, cancellationToken)
            : WriteAsync(Query<T>(statements, parameters, cancellationToken), cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}(string, object?, Repetition, CancellationToken)" />
    /// <returns>The number that one of the statements selects, if any.</returns>
    public Task<long?> WriteAsync(
        string statements, DynamicParameters parameters, Repetition repetition, CancellationToken cancellationToken) =>
        dialect.WrapInTransaction(statements) is { } wrapped
            ? RunAsync<long?>(wrapped, parameters, repetition, cancellationToken)
            : WriteAsync(Run(statements, parameters, cancellationToken), cancellationToken);

    /// <summary>Like <c>WriteAsync</c>, for a change that takes a right away: it succeeds on a full disk too.</summary>
    public Task<long?> RevokeAsync(
        string statements, DynamicParameters parameters, Repetition repetition, CancellationToken cancellationToken) =>
        dialect.WrapInTransaction(statements) is { } wrapped
            ? RunAsync<long?>(wrapped, parameters, repetition, cancellationToken)
            : RevokeAsync(Run(statements, parameters, cancellationToken), cancellationToken);

    /// <summary>Whether a query finds a row, without taking the lock of those that write.</summary>
    /// <param name="query">Selects an id first, in an order, because some engines take one row only of an order.</param>
    public Task<bool> AnyAsync(string query, CancellationToken cancellationToken) => ReadAsync(
        async connection =>
        {
            var page = new DynamicParameters();
            page.AddPage(limit: 1, offset: 0);
            return await connection.ExecuteScalarAsync<long?>(
                new CommandDefinition(dialect.Page(query), page, cancellationToken: cancellationToken)) is not null;
        },
        cancellationToken);

    /// <summary>Reads all rows that one statement selects.</summary>
    /// <param name="read">Reads one row, which it must not keep.</param>
    public Task<List<T>> QueryAsync<T>(
        string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && dialect.TryQuery(select, parameters, read) is { } rows
            ? Task.FromResult(rows)
            : ReadAsync(connection => dialect.QueryAsync(connection, select, parameters, read, cancellationToken), cancellationToken);

    private static Func<WriteTransaction, Task<T?>> Query<T>(
        string statements, object? parameters, CancellationToken cancellationToken) =>
        transaction => transaction.QuerySingleOrDefaultAsync<T>(statements, parameters, cancellationToken);

    private static Func<WriteTransaction, Task<long?>> Run(
        string statements, DynamicParameters parameters, CancellationToken cancellationToken) =>
        transaction => transaction.RunAsync(statements, parameters, cancellationToken);

    private async Task<T?> RunAsync<T>(
        string wrapped, object? parameters, Repetition repetition, CancellationToken cancellationToken)
    {
        using var span = TraceWrite();
        using var limit = new WaitLimit(dialect.Timeout, cancellationToken);
        var command = new CommandDefinition(wrapped, parameters, cancellationToken: cancellationToken);
        return await _runner.RunAsync(
            dialect.OpenAsync,
            (connection, attempt) => RunAsync<T>(connection, attempt, command, repetition),
            limit,
            cancellationToken);
    }

    // The text commits itself. So the outcome is in doubt as soon as it is sent, unless the engine itself refuses it.
    private async Task<T?> RunAsync<T>(
        DbConnection connection, Attempt attempt, CommandDefinition command, Repetition repetition)
    {
        try
        {
            attempt.IsInDoubt = repetition == Repetition.Unsafe;
            return await connection.QuerySingleOrDefaultAsync<T>(command);
        }
        catch (Exception exception) when (dialect.IsRefusal(exception))
        {
            attempt.IsInDoubt = false;
            throw;
        }
    }
}
