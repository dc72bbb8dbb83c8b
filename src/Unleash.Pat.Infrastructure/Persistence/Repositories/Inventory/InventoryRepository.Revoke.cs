using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>Revokes many tokens.</summary>
internal sealed partial class InventoryRepository
{
    private const string Wanted = "token.id IN (SELECT wanted.id FROM (@Rows) AS wanted)";

    private static readonly RowSet<long> IdRows = new(("id", id => id));

    public Task<int> RevokeAsync(
        IReadOnlyList<long> ids, InventoryCriteria criteria, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var matching = await LockMatchingAsync(transaction, ids, criteria, cancellationToken);
                if (matching.Count > 0)
                {
                    var (statement, parameters) = Delete(matching, audit);
                    await transaction.ExecuteAsync(statement, parameters, cancellationToken);
                }

                return matching.Count;
            },
            cancellationToken);

    // Locked rows cannot change any more, so what is recorded is what is deleted.
    private async Task<IReadOnlyList<long>> LockMatchingAsync(
        WriteTransaction transaction, IReadOnlyList<long> ids, InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        var (rows, wanted) = IdRows.Of(ids);
        var condition = Filter(criteria).OfRow is { } text ? $" AND {text}" : "";
        var command = new InventoryParameters(Dialect, criteria).Command(
            $"""
            {Dialect.Lock($"UPDATE personal_access_tokens SET slot = slot WHERE id IN (SELECT wanted.id FROM ({rows}) AS wanted);")}
            SELECT token.id FROM personal_access_tokens AS token WHERE {Wanted.Replace("@Rows", rows, StringComparison.Ordinal)}{condition} ORDER BY token.id
            """,
            cancellationToken);
        var parameters = new DynamicParameters(command.Parameters);
        parameters.AddDynamicParams(wanted);
        return [.. await transaction.QueryAsync<long>(command.CommandText, parameters, cancellationToken)];
    }

    private (string Statement, DynamicParameters Parameters) Delete(IReadOnlyList<long> ids, AuditStamp audit)
    {
        var (rows, wanted) = IdRows.Of(ids);
        var parameters = EventSql.ParametersWithoutRow(audit.With(new RevokedPatEventData(null, null, null)));
        parameters.AddDynamicParams(wanted);
        parameters.Add("RevokedSubject", (int)RevokedSubject.Pat, DbType.Int32);
        parameters.Add("RevokedAt", audit.CreatedAt);
        return (DeleteAll(Dialect).Replace("@Rows", rows, StringComparison.Ordinal), parameters);
    }

    private static string DeleteAll(ISqlDialect dialect) => $$"""
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        SELECT @EventType, @EventBy, @EventByUserId, @EventAt,
            CONCAT('{"id":', token.id, ',"description":', {{dialect.JsonText("token.description")}},
                ',"expiresAt":"', {{dialect.InstantText("token.expires_at")}}, '","selector":"', secret.selector, '",',
                CASE WHEN token.user_id = @EventByUserId THEN '' ELSE CONCAT('"ownerId":', token.user_id, ',') END, @EventData),
            @EventPreData
        FROM personal_access_tokens AS token JOIN pat_secrets AS secret ON secret.token_id = token.id AND secret.valid_until IS NULL
        WHERE {{Wanted}};
        INSERT INTO revocations (subject, subject_id, created_at)
        SELECT @RevokedSubject, token.id, @RevokedAt FROM personal_access_tokens AS token WHERE {{Wanted}};
        DELETE FROM personal_access_tokens WHERE id IN (SELECT wanted.id FROM (@Rows) AS wanted);
        """;
}
