using Dapper;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>How the stores of tokens find the one that a selector names.</summary>
internal static class VerifierSql
{
    public static Task<TRow?> FindBySelectorAsync<TRow>(
        this Database database, string select, string selector, CancellationToken cancellationToken)
    {
        var parameters = new { Selector = Sql.Ascii(selector, TokenSecret.SelectorLength) };
        return database.VerifyAsync(
            connection => connection.QuerySingleOrDefaultAsync<TRow>(
                new CommandDefinition(select, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
    }
}
