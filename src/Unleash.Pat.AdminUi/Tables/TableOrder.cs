namespace Unleash.Pat.AdminUi.Tables;

/// <summary>By which column a table is ordered, and which way.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record TableOrder(string Column, bool IsDescending)
{
    private const string Descending = "desc";

    /// <summary>The way, as the address has it: absent means ascending.</summary>
    public string? Way => IsDescending ? Descending : null;

    /// <summary>Reads the address.</summary>
    /// <param name="column">The key that it names.</param>
    /// <param name="way">The way that it names.</param>
    /// <returns>The order, or <see langword="null"/> where it names none.</returns>
    public static TableOrder? Parse(string? column, string? way) =>
        string.IsNullOrEmpty(column) ? null : new TableOrder(column, way == Descending);

    /// <summary>What a press on a column's heading leads to.</summary>
    /// <param name="column">The column's key.</param>
    /// <returns>The new order.</returns>
    public TableOrder Press(string column) => new(column, column == Column && !IsDescending);
}
