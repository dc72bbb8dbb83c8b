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

    // One text a batch, so that it holds the rows for one round trip, and not for one each.
    private static string Renew(int count) => string.Join(" ", Enumerable.Range(0, count).Select(number => $"""
        UPDATE sessions SET last_used_at = @{Name("UsedAt", number)}, expires_at = @{Name("ExpiresAt", number)}
        WHERE id = @{Name("Id", number)} AND last_used_at < @{Name("UsedAt", number)};
        """));

    private static string Name(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
