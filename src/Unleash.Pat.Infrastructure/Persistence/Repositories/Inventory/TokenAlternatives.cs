namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>What one part of a filter demands.</summary>
/// <param name="Any">
/// Conditions of which a token fulfils all of exactly one list: an index serves one list, and "or" would take none.
/// </param>
/// <param name="Counted">
/// Lists whose numbers of tokens, added and subtracted, are the number that fulfil it: where most tokens do, the others are
/// faster to count.
/// </param>
internal sealed record TokenAlternatives(
    IReadOnlyList<IReadOnlyList<TokenCondition>> Any, IReadOnlyList<(int Sign, IReadOnlyList<TokenCondition> All)> Counted)
{
    public static TokenAlternatives Of(params IReadOnlyList<IReadOnlyList<TokenCondition>> any) =>
        new(any, [.. any.Select(all => (1, all))]);

    /// <summary>For what most tokens fulfil: all tokens without those that do not.</summary>
    public static TokenAlternatives AllBut(IReadOnlyList<TokenCondition> all, params IReadOnlyList<IReadOnlyList<TokenCondition>> others) =>
        new([all], [(1, []), .. others.Select(other => (-1, other))]);
}
