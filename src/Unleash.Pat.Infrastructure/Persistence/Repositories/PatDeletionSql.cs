using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The statements that revoke tokens, each with an event and a revocation.</summary>
/// <remarks>
/// They return the ids. They are one round trip: the events take the tokens from their rows. Of two callers that delete one token at once, the
/// one that locks the row first records it, and the other finds no row.
/// </remarks>
internal static class PatDeletionSql
{
    /// <summary>Ids of tokens, for a condition that names them.</summary>
    public static readonly RowSet<long> Ids = new(("id", id => id));

    /// <param name="which">A condition on the columns of <c>personal_access_tokens</c>.</param>
    /// <param name="namesOwner">Whether the events name the tokens' account, because another one revokes them.</param>
    public static string Of(ISqlDialect dialect, string which, bool namesOwner) => $$"""
        {{dialect.Lock($"UPDATE personal_access_tokens SET slot = slot WHERE {which};")}}
        SELECT id FROM personal_access_tokens WHERE {{which}};
        INSERT INTO events ({{EventSql.Columns(dialect)}})
        SELECT {{EventSql.ValuesBeforeSubject(dialect)}}, {{(namesOwner ? "user_id" : "NULL")}}, id,
            CONCAT('{"id":', id, ',"description":', {{dialect.JsonText("description")}},
                ',"expiresAt":"', {{dialect.InstantText("expires_at")}},
                '","selector":"', (SELECT selector FROM pat_secrets WHERE token_id = personal_access_tokens.id AND valid_until IS NULL),
                '",', {{(namesOwner ? "'\"ownerId\":', user_id, ',', " : "")}}@EventData)
        FROM personal_access_tokens WHERE {{which}};
        INSERT INTO revocations (subject, subject_id, created_at)
        SELECT @RevokedSubject, id, @RevokedAt FROM personal_access_tokens WHERE {{which}};
        DELETE FROM personal_access_tokens WHERE {{which}};
        """;

    /// <summary>The parameters of the statements, but for those of the condition.</summary>
    /// <param name="completion">Whether they revoke one token or several.</param>
    public static Dapper.DynamicParameters Parameters(AuditStamp audit, EventStamper stamper, StampCompletion completion)
    {
        var parameters = EventSql.ParametersWithoutRow(audit.With(RevokedPatEventData.Of(audit)), stamper, completion);
        parameters.AddRevocations(RevokedSubject.Pat, audit.CreatedAt);
        return parameters;
    }
}
