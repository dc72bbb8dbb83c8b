using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The statements of a change within its transaction.</summary>
internal sealed class WriteTransaction(ISqlDialect dialect, DbConnection connection, EventStamper stamper)
{
    /// <returns>The number of rows that the statement changed.</returns>
    public Task<int> ExecuteAsync(string statement, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(Command(statement, parameters, cancellationToken));

    /// <summary>Runs statements, each ended by a semicolon.</summary>
    /// <returns>The number that one of them selects, if any.</returns>
    public Task<long?> RunAsync(string statements, DynamicParameters parameters, CancellationToken cancellationToken) =>
        dialect.RunAsync(connection, statements, parameters, cancellationToken);

    /// <summary>Records the event of the change in the same transaction.</summary>
    public Task RecordAsync(AuditEvent entry, CancellationToken cancellationToken) =>
        ExecuteAsync(EventSql.Insert(dialect), EventSql.Parameters(entry, stamper), cancellationToken);

    public Task<T> QuerySingleAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<T>(Command(query, parameters, cancellationToken));

    public Task<T?> QuerySingleOrDefaultAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(query, parameters, cancellationToken));

    public Task<IEnumerable<T>> QueryAsync<T>(string query, object? parameters, CancellationToken cancellationToken) =>
        connection.QueryAsync<T>(Command(query, parameters, cancellationToken));

    private static CommandDefinition Command(string statement, object? parameters, CancellationToken cancellationToken) =>
        new(statement, parameters, cancellationToken: cancellationToken);
}
