using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The order and choice of the tokens that the table shows, as the page's address keeps them.</summary>
public sealed record TokenSort(string Column, bool IsDescending)
{
    public static readonly string[] Columns = ["description", "expires", "created", "last-seen"];

    /// <summary>Reads the address; whatever it holds else means newest first.</summary>
    public static TokenSort Parse(string? column, string? order) =>
        Columns.Contains(column) ? new TokenSort(column!, order == "desc") : new TokenSort("created", true);

    /// <summary>What a press on a column's head leads to.</summary>
    public TokenSort Press(string column) => new(column, column == Column && !IsDescending);

    public IEnumerable<PatSchema> Apply(IEnumerable<PatSchema> tokens, string? search)
    {
        var chosen = tokens.Where(token => token.Description.Contains(search?.Trim() ?? "", StringComparison.OrdinalIgnoreCase));
        var sorted = Column switch
        {
            "description" => chosen.Order(Comparer<PatSchema>.Create((a, b) => string.Compare(a.Description, b.Description, StringComparison.OrdinalIgnoreCase))),
            "expires" => chosen.OrderBy(token => token.ExpiresAt).ThenBy(token => token.Id),
            "last-seen" => chosen.OrderBy(token => token.SeenAt ?? DateTimeOffset.MinValue).ThenBy(token => token.Id),
            _ => chosen.OrderBy(token => token.Id),
        };
        return IsDescending ? sorted.Reverse() : sorted;
    }
}
