using System.Globalization;
using Dapper;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Writes down when sessions were last used, which prolongs them.</summary>
internal sealed class SessionUseRepository(Database database) : ITokenUses
{
    /// <summary>Never backwards: two nodes may have seen one session.</summary>
    public Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        foreach (var (number, use) in uses.Index())
        {
            parameters.Add(Name("Id", number), use.TokenId);
            parameters.Add(Name("UsedAt", number), use.SeenAt);
            parameters.Add(Name("ExpiresAt", number), use.SeenAt + SessionPolicy.Lifetime);
        }

        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(Renew(uses.Count), parameters, cancellationToken), cancellationToken);
    }

    // One statement a batch, so that one round trip holds the rows, and not one for each of them.
    private static string Renew(int count) => $"""
        UPDATE sessions SET last_used_at = used.used_at, expires_at = used.expires_at
        FROM ({string.Join(" UNION ALL ", Enumerable.Range(0, count).Select(Row))}) AS used
        WHERE sessions.id = used.id AND sessions.last_used_at < used.used_at
        """;

    private static string Row(int number) =>
        $"SELECT @{Name("Id", number)} AS id, @{Name("UsedAt", number)} AS used_at, @{Name("ExpiresAt", number)} AS expires_at";

    private static string Name(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
