namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>The orders that the service has, as its <c>sort</c> names them.</summary>
internal static class InventorySort
{
    public const string NewestFirst = "-createdAt";

    private const string Owner = "owner";
    private const string Created = "createdAt";
    private const string Expires = "expiresAt";
    private const string Seen = "seenAt";

    /// <summary>The table's columns, with the order of those that have one.</summary>
    public static IReadOnlyList<(string Label, string? Order)> Columns { get; } =
        [("Description", null), ("Owner", Owner), ("Scopes", null), ("Created", Created), ("Expires", Expires), ("Last use", Seen)];

    /// <summary>The orders with their labels.</summary>
    public static IEnumerable<(string Order, string Label)> All =>
        Columns.Where(column => column.Order is not null).SelectMany(column => new[] { (column.Order!, $"{column.Label} ↑"), ($"-{column.Order}", $"{column.Label} ↓") });

    /// <summary>The order in an address, or else the newest first.</summary>
    public static string Parse(string? sort) => All.Any(order => order.Order == sort) ? sort! : NewestFirst;

    /// <summary>The order after a click on a column's heading.</summary>
    public static string Toggle(string sort, string order) => sort == order ? $"-{order}" : order;

    /// <summary>As <c>aria-sort</c> says it; <see langword="null"/> if the table has another order.</summary>
    public static string? Direction(string sort, string? order) =>
        order is null ? null : sort == order ? "ascending" : sort == $"-{order}" ? "descending" : null;
}
