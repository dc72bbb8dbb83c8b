using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>Revokes many tokens.</summary>
internal sealed partial class InventoryRepository
{
    public Task<int> RevokeAsync(
        IReadOnlyList<long> ids, InventoryCriteria criteria, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var matching = await LockMatchingAsync(transaction, ids, criteria, cancellationToken);
                if (matching.Count > 0)
                {
                    await DeleteAsync(transaction, matching, audit, cancellationToken);
                }

                return matching.Count;
            },
            cancellationToken);

    private static string In(string rows) => $"id IN (SELECT wanted.id FROM ({rows}) AS wanted)";

    // Locked rows cannot change any more, so what is recorded is what is deleted.
    private async Task<IReadOnlyList<long>> LockMatchingAsync(
        WriteTransaction transaction, IReadOnlyList<long> ids, InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        var (rows, wanted) = PatDeletionSql.Ids.Of(ids);
        var condition = Filter(criteria).OfRow is { } text ? $" AND {text}" : "";
        var command = new InventoryParameters(Dialect, criteria).Command(
            $"""
            {Dialect.Lock($"UPDATE personal_access_tokens SET slot = slot WHERE {In(rows)};")}
            SELECT token.id FROM personal_access_tokens AS token WHERE token.{In(rows)}{condition} ORDER BY token.id
            """,
            cancellationToken);
        wanted.AddDynamicParams(command.Parameters);
        return [.. await transaction.QueryAsync<long>(command.CommandText, wanted, cancellationToken)];
    }

    private async Task DeleteAsync(
        WriteTransaction transaction, IReadOnlyList<long> ids, AuditStamp audit, CancellationToken cancellationToken)
    {
        var (rows, wanted) = PatDeletionSql.Ids.Of(ids);
        var statements = audit.CreatedByUserId is null
            ? PatDeletionSql.Of(Dialect, In(rows), namesOwner: true)
            : PatDeletionSql.Of(Dialect, $"{In(rows)} AND user_id <> @EventByUserId", namesOwner: true)
                + PatDeletionSql.Of(Dialect, $"{In(rows)} AND user_id = @EventByUserId", namesOwner: false);
        wanted.AddDynamicParams(PatDeletionSql.Parameters(audit, database.Stamper, StampCompletion.DataOfSeveral));
        await transaction.ExecuteAsync(statements, wanted, cancellationToken);
    }
}
