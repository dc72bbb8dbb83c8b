using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Writes down when sessions were last used, which prolongs them.</summary>
internal sealed class SessionUseRepository(Database database) : ITokenUses
{
    private static readonly ManyRows<TokenUse> Rows = new(
        ("id", use => use.TokenId),
        ("used_at", use => use.SeenAt),
        ("expires_at", use => use.SeenAt + SessionPolicy.Lifetime));

    /// <summary>Never backwards: two nodes may have seen one session.</summary>
    public Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken)
    {
        // By their ids in order, so that two nodes that write the same sessions do not wait for each other.
        var (rows, parameters) = Rows.Of([.. uses.OrderBy(use => use.TokenId)]);
        var statement = $"""
            UPDATE sessions SET last_used_at = used.used_at, expires_at = used.expires_at FROM ({rows}) AS used
            WHERE used.id = sessions.id AND sessions.last_used_at < used.used_at;
            """;
        return database.WriteBatchAsync<int>(statement, parameters, Repetition.Safe, cancellationToken);
    }
}
