using System.Data.Common;
using Dapper;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Transactions of one text.</summary>
internal sealed partial class Database
{
    /// <summary>
    /// Writes in one transaction, of which the last statement answers a row or nothing; in one round trip where the engine can.
    /// </summary>
    /// <param name="statements">All of them, each ended by a semicolon.</param>
    /// <param name="parameters">Theirs.</param>
    /// <param name="repetition">Whether they may be repeated where the answer is lost.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public Task<T?> WriteBatchAsync<T>(
        string statements, object? parameters, Repetition repetition, CancellationToken cancellationToken) =>
        dialect.Atomic(statements) is { } atomic
            ? RunBatchAsync<T>(atomic, parameters, repetition, cancellationToken)
            : WriteAsync(
                transaction => transaction.QuerySingleOrDefaultAsync<T>(statements, parameters, cancellationToken), cancellationToken);

    /// <summary>As <see cref="WriteBatchAsync"/>, for what takes a right away: it goes through on a full disk too.</summary>
    public Task<T?> RevokeBatchAsync<T>(
        string statements, object? parameters, Repetition repetition, CancellationToken cancellationToken) =>
        dialect.Atomic(statements) is { } atomic
            ? RunBatchAsync<T>(atomic, parameters, repetition, cancellationToken)
            : RevokeAsync(
                transaction => transaction.QuerySingleOrDefaultAsync<T>(statements, parameters, cancellationToken), cancellationToken);

    private async Task<T?> RunBatchAsync<T>(
        string atomic, object? parameters, Repetition repetition, CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.Patience, cancellationToken);
        var batch = new CommandDefinition(atomic, parameters, cancellationToken: cancellationToken);
        return await RunAsync(
            dialect.OpenAsync,
            (connection, attempt) => RunBatchAsync<T>(connection, attempt, batch, repetition),
            limit,
            cancellationToken);
    }

    // The text commits itself, so that it is in doubt from here on, unless the engine itself refuses it.
    private async Task<T?> RunBatchAsync<T>(
        DbConnection connection, Attempt attempt, CommandDefinition batch, Repetition repetition)
    {
        try
        {
            attempt.IsInDoubt = repetition == Repetition.Unsafe;
            return await connection.QuerySingleOrDefaultAsync<T>(batch);
        }
        catch (Exception exception) when (dialect.IsRefusal(exception))
        {
            attempt.IsInDoubt = false;
            throw;
        }
    }
}
