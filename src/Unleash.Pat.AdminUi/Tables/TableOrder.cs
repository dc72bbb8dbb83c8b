namespace Unleash.Pat.AdminUi.Tables;

/// <summary>The column that a table is sorted by, and the direction.</summary>
public sealed record TableOrder(string Column, bool IsDescending)
{
    private const string Descending = "desc";

    /// <summary>The direction in the address; absent means ascending.</summary>
    public string? Direction => IsDescending ? Descending : null;

    /// <summary>Parses the address; <see langword="null"/> if it has no order.</summary>
    public static TableOrder? Parse(string? column, string? direction) =>
        string.IsNullOrEmpty(column) ? null : new TableOrder(column, direction == Descending);

    /// <summary>The order after a click on a column's heading.</summary>
    public TableOrder Toggle(string column) => new(column, column == Column && !IsDescending);
}
