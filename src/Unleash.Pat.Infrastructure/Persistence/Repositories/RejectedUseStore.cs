using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class RejectedUseStore(Database database) : IRejectedUseStore
{
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMinutes(1);

    private const string Add = "UPDATE personal_access_tokens SET rejected_uses = rejected_uses + @Count WHERE id = @Id";

    // One event a minute, because of several nodes only one changes the row.
    private static string Record(ISqlDialect dialect) => $$"""
        UPDATE personal_access_tokens SET superseded_used_at = @EventAt
        WHERE id = @Id AND (superseded_used_at IS NULL OR superseded_used_at <= @MinuteAgo OR superseded_used_at > @MinuteAhead);

        INSERT INTO events ({{EventSql.Columns(dialect)}})
        SELECT {{EventSql.ValuesBeforeSubject(dialect)}}, user_id, id,
            CONCAT('{"id":', id, ',"description":', {{dialect.JsonText("description")}}, ',"ownerId":', user_id, ',', @EventData)
        FROM personal_access_tokens WHERE {{dialect.RowsChanged}} > 0 AND id = @Id;
        """;

    public Task WriteRejectedAsync(IReadOnlyList<RejectedUse> uses, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var use in uses)
                {
                    await WriteAsync(transaction, use, cancellationToken);
                }

                return uses.Count;
            },
            cancellationToken);

    private async Task WriteAsync(WriteTransaction transaction, RejectedUse use, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", use.TokenId, DbType.Int64);
        parameters.Add("Count", use.Count, DbType.Int64);
        await transaction.ExecuteAsync(Add, parameters, cancellationToken);
        if (use.SupersededFrom is { } from)
        {
            var data = new SupersededSecretEventData(from.Length == 0 ? null : from);
            var recorded = EventSql.ParametersWithoutRow(
                AuditStamp.BySystem(EventType.PatSupersededSecretUsed, use.At).With(data), database.Stamper);
            recorded.Add("Id", use.TokenId, DbType.Int64);
            recorded.Add("MinuteAgo", use.At - BetweenEvents);
            recorded.Add("MinuteAhead", use.At + BetweenEvents);
            await transaction.ExecuteAsync(Record(database.Dialect), recorded, cancellationToken);
        }
    }
}
