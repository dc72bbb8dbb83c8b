using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Auditing;

namespace Unleash.Pat.Infrastructure.Persistence;

internal static class TransactionExtensions
{
    /// <summary>Runs a statement within the transaction.</summary>
    public static Task<int> ExecuteAsync(
        this DbTransaction transaction, string statement, object? parameters, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(statement, parameters, transaction, cancellationToken: cancellationToken));

    /// <summary>Records the event of the transaction's change.</summary>
    public static Task RecordAsync(
        this DbTransaction transaction, AuditEvent entry, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(EventSql.Insert, EventSql.Parameters(entry), cancellationToken);
}
