using Dapper;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class SessionVerifierStore(Database database) : ISessionVerifierStore
{
    private const string SelectByKey = $"""
        SELECT session.id AS {nameof(SessionRow.SessionId)}, session.last_used_at AS {nameof(SessionRow.LastUsedAt)},
            session.expires_at AS {nameof(SessionRow.ExpiresAt)}, {CallerRow.Columns}
        FROM sessions AS session JOIN users AS account ON account.id = session.user_id
        WHERE session.key_hash = @KeyHash AND account.enabled = 1
        """;

    private static readonly RowSet<LastUse> Rows = new(
        ("id", use => use.Id),
        ("used_at", use => use.UsedAt),
        ("expires_at", use => use.UsedAt + SessionPolicy.Lifetime));

    public async Task<StoredSession?> FindAsync(byte[] keyHash, CancellationToken cancellationToken)
    {
        var parameters = new { KeyHash = Sql.Bytes(keyHash, SessionKey.HashLength) };
        var row = await database.VerifyAsync(
            connection => connection.QuerySingleOrDefaultAsync<SessionRow>(
                new CommandDefinition(SelectByKey, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null ? null : new StoredSession(row.SessionId, row.ToCaller(), row.LastUsedAt, row.ExpiresAt);
    }

    // Ordered by id, so that two nodes that write the same sessions do not wait for each other.
    public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken)
    {
        var (rows, parameters) = Rows.Of([.. uses.OrderBy(use => use.Id)]);
        var statement = $"""
            UPDATE sessions SET last_used_at = used.used_at, expires_at = used.expires_at FROM ({rows}) AS used
            WHERE used.id = sessions.id AND sessions.last_used_at < used.used_at;
            """;
        return database.WriteAsync(statement, parameters, Repetition.Safe, cancellationToken);
    }

    private sealed class SessionRow : CallerRow
    {
        public long SessionId { get; init; }

        public DateTimeOffset LastUsedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }
    }
}
