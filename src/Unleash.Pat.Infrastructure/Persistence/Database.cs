using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Telemetry;
using Unleash.Pat.Infrastructure.Telemetry;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Runs reads and transactions, retries what the engine asks to be retried, and turns the engine's exceptions into what
/// they mean.
/// </summary>
/// <param name="metrics">Measures the groups of writes, where anyone listens.</param>
/// <param name="stamper">Makes the stamps of the events that the changes record.</param>
internal sealed partial class Database(ISqlDialect dialect, WriteGroupMetrics? metrics = null, EventStamper? stamper = null)
{
    private readonly RetryingRunner _runner = new(dialect);

    // Where the engine has many writers, each has a transaction of its own.
    private readonly WriteGroups? _groups = dialect.Transaction is null ? new(dialect, metrics, stamper ?? EventStamper.WithoutKey) : null;

    public ISqlDialect Dialect => dialect;

    public EventStamper Stamper { get; } = stamper ?? EventStamper.WithoutKey;

    /// <summary>Reads over a connection of its own.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenAsync, read, cancellationToken);

    /// <summary>
    /// Reads over a connection that is reserved for the short reads on which everything else depends: who the caller is,
    /// and whether the service is ready.
    /// </summary>
    /// <remarks>Threat: some slow statements of administrators take every other connection, and no token can be verified.</remarks>
    public Task<T> VerifyAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dialect.OpenForVerificationAsync, read, cancellationToken);

    /// <summary>Writes in one transaction: all of it, or nothing where <paramref name="write"/> throws.</summary>
    /// <remarks>
    /// Work that failed is retried only before the commit is sent, so it happens at most once. Where the answer to the
    /// commit is lost, the caller gets the exception of a database that cannot be reached.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        dialect.WhyOnlyRevocations is { } reason
            ? Task.FromException<T>(new ServiceUnavailableException(reason))
            : CommitAsync(write, isRevocation: false, cancellationToken);

    /// <summary>Like <c>WriteAsync</c>, for a change that takes a right away: it succeeds on a full disk too.</summary>
    public async Task<T> RevokeAsync<T>(Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var before = dialect.TimesRoomWasMade;
        try
        {
            return await CommitAsync(write, isRevocation: true, cancellationToken);
        }
        catch (ServiceUnavailableException exception) when (dialect.TryMakeRoom(exception.InnerException, before))
        {
            return await CommitAsync(write, isRevocation: true, cancellationToken);
        }
    }

    private async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var limit = new WaitLimit(dialect.Timeout, cancellationToken);
        return await _runner.RunAsync(open, (connection, _) => read(connection), limit, cancellationToken);
    }

    private async Task<T> CommitAsync<T>(
        Func<WriteTransaction, Task<T>> write, bool isRevocation, CancellationToken cancellationToken)
    {
        using var span = TraceWrite();
        using var limit = new WaitLimit(dialect.Timeout, cancellationToken);
        return _groups is not null
            ? await _runner.RunAsync(attempt => _groups.WriteAsync(write, isRevocation, attempt, limit.Token), limit, cancellationToken)
            : await _runner.RunAsync(
                dialect.OpenAsync, (connection, attempt) => CommitAsync(connection, attempt, write, limit.Token), limit, cancellationToken);
    }

    // Background work is no one's trace: what it writes every few seconds would hide the rest.
    private static Activity? TraceWrite() => Activity.Current is null ? null : ServiceTelemetry.Source.StartActivity("write");

    private async Task<T> CommitAsync<T>(
        DbConnection connection, Attempt attempt, Func<WriteTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var commands = dialect.Transaction!;
        var isCommitted = false;
        await connection.ExecuteAsync(new CommandDefinition(commands.Begin, cancellationToken: cancellationToken));
        try
        {
            var result = await write(new WriteTransaction(dialect, connection, Stamper));
            attempt.IsInDoubt = true;

            // A caller that has gone away does not cancel it: the work is done.
            await connection.ExecuteAsync(new CommandDefinition(commands.Commit, cancellationToken: CancellationToken.None));
            isCommitted = true;
            return result;
        }
        finally
        {
            if (!isCommitted)
            {
                await RollBackAsync(connection, commands);
            }
        }
    }

    // Where the connection is broken, the transaction has ended with it, and a second exception must not hide the cause.
    private async Task RollBackAsync(DbConnection connection, TransactionCommands commands)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(commands.Rollback, cancellationToken: CancellationToken.None));
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            if (!dialect.IsRefusal(exception))
            {
                // Threat: the transaction may still hold locks, which would last as long as the connection is pooled.
                dialect.Abandon(connection);
            }
        }
    }
}
