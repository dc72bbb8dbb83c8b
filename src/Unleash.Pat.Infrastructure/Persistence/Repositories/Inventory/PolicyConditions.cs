using Unleash.Pat.Application.Policy;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>The only place that says which tokens a policy refuses.</summary>
internal static class PolicyConditions
{
    private const string Unknown = "granted.scope NOT IN (SELECT known.scope FROM (@KnownScopes) AS known)";

    private static TokenCondition UnknownScope { get; } = new(
        $"token.id IN (SELECT granted.token_id FROM pat_scopes AS granted WHERE {Unknown})",
        4,
        $"EXISTS (SELECT 1 FROM pat_scopes AS granted WHERE granted.token_id = token.id AND {Unknown})");

    /// <summary>What a token breaks, a rule each; none where the policy refuses no token.</summary>
    public static IReadOnlyList<TokenAlternatives> Broken(ISqlDialect dialect, TokenPolicy policy)
    {
        var rules = new List<TokenAlternatives>();
        if (policy.MaxLifetime is not null)
        {
            var lifetime = dialect.MillisecondsBetween("COALESCE(token.rotated_at, token.created_at)", "token.expires_at");
            rules.Add(TokenAlternatives.Of([TokenCondition.Of($"{lifetime} > @MaxLifetime")]));
        }

        if (policy.RequireDescription)
        {
            rules.Add(TokenAlternatives.Of([TokenCondition.Of("token.search_key LIKE @Unnamed")]));
        }

        if (policy.Scopes is not null)
        {
            rules.Add(TokenAlternatives.Of([UnknownScope]));
        }

        if (policy.RevokeUnusedAfter is not null)
        {
            rules.Add(TokenConditions.Unused(dialect, "@LastUseDue"));
        }

        return rules;
    }
}
