namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>Puts the parts of a filter together.</summary>
internal sealed class TokenFilterSql(IReadOnlyList<TokenAlternatives> parts)
{
    /// <summary>The condition for a row that the statement reads anyway; <see langword="null"/> where all pass.</summary>
    public string? OfRow => parts.Count == 0 ? null : And(parts.Select(Matching));

    /// <summary>Whether an index is likely to name so few tokens that sorting them is faster than any other way.</summary>
    public bool IsSelective => Lists(parts.Select(part => part.Any)).All(all => RankOf(all) <= 2);

    /// <summary>The conditions of statements of which each finds other tokens, and all together every one.</summary>
    public IEnumerable<(string Where, bool HasIndex)> Alternatives() => Lists(parts.Select(part => part.Any))
        .Select(all => (Where(all), RankOf(all) < TokenCondition.NoIndex));

    /// <summary>The conditions of statements whose numbers of rows, added and subtracted, are the number of tokens.</summary>
    public IEnumerable<(int Sign, string Where)> Counted() => parts
        .Aggregate<TokenAlternatives, IEnumerable<(int Sign, IEnumerable<TokenCondition> All)>>(
            [(1, [])], (terms, part) => from term in terms from next in part.Counted select (term.Sign * next.Sign, term.All.Concat(next.All)))
        .Select(term => (term.Sign, Where([.. term.All])));

    /// <summary>The condition of one part for a row that the statement reads anyway.</summary>
    public static string Matching(TokenAlternatives part) => part.Any is [var all]
        ? And(all.Select(condition => condition.OfRow))
        : $"({string.Join(" OR ", part.Any.Select(list => $"({And(list.Select(condition => condition.OfRow))})"))})";

    private static IEnumerable<IReadOnlyList<TokenCondition>> Lists(IEnumerable<IReadOnlyList<IReadOnlyList<TokenCondition>>> any) => any
        .Aggregate<IReadOnlyList<IReadOnlyList<TokenCondition>>, IEnumerable<IEnumerable<TokenCondition>>>(
            [[]], (lists, part) => from list in lists from next in part select list.Concat(next))
        .Select(list => (IReadOnlyList<TokenCondition>)[.. list]);

    private static int RankOf(IReadOnlyList<TokenCondition> all) =>
        all.Count == 0 ? TokenCondition.NoIndex : all.Min(condition => condition.Rank);

    // One condition chooses the index, and those of the same column narrow what is read of it.
    private static string Where(IReadOnlyList<TokenCondition> all)
    {
        var rank = RankOf(all);
        var isOfUse = all.Count > 0 && (rank < TokenCondition.MostTokens || all.All(condition => condition.Rank == TokenCondition.MostTokens));
        var first = isOfUse ? all.First(condition => condition.Rank == rank) : null;
        return all.Count == 0
            ? ""
            : $" WHERE {And(all.Select(condition => UsesIndex(condition, first) ? condition.ByIndex : condition.OfRow))}";
    }

    private static bool UsesIndex(TokenCondition condition, TokenCondition? first) =>
        ReferenceEquals(condition, first) || (first?.Column is { } column && condition.Column == column);

    private static string And(IEnumerable<string> conditions) => string.Join(" AND ", conditions);
}
