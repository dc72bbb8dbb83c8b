using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>The order of the tokens. The address has it with the names of the API's <c>sort</c>.</summary>
public sealed record InventoryOrder(InventorySort Sort, bool IsDescending)
{
    private static readonly InventoryOrder NewestFirst = new(InventorySort.CreatedAt, IsDescending: true);

    private static readonly bool[] Directions = [false, true];

    private static readonly Dictionary<string, InventorySort> Names = new(StringComparer.Ordinal)
    {
        ["owner"] = InventorySort.Owner,
        ["createdAt"] = InventorySort.CreatedAt,
        ["expiresAt"] = InventorySort.ExpiresAt,
        ["seenAt"] = InventorySort.SeenAt,
    };

    /// <summary>The table's columns, with the order of those that have one.</summary>
    public static IReadOnlyList<(string Label, InventorySort? Sort)> Columns { get; } =
    [
        ("Description", null),
        ("Owner", InventorySort.Owner),
        ("Scopes", null),
        ("Created", InventorySort.CreatedAt),
        ("Expires", InventorySort.ExpiresAt),
        ("Last use", InventorySort.SeenAt),
    ];

    /// <summary>All orders with their labels.</summary>
    public static IEnumerable<(InventoryOrder Order, string Label)> All =>
        from column in Columns
        where column.Sort is not null
        from isDescending in Directions
        select (new InventoryOrder(column.Sort ?? default, isDescending), $"{column.Label} {(isDescending ? "↓" : "↑")}");

    /// <summary>The order in an address, or else the newest first.</summary>
    public static InventoryOrder Parse(string? text) => All.Select(order => order.Order).FirstOrDefault(order => order.ToString() == text, NewestFirst);

    /// <summary>The order after a click on a column's heading.</summary>
    public InventoryOrder Toggle(InventorySort column) => new(column, column == Sort && !IsDescending);

    /// <summary>As <c>aria-sort</c> says it; <see langword="null"/> if the table has another order.</summary>
    public string? Direction(InventorySort? column) => column != Sort ? null : IsDescending ? "descending" : "ascending";

    public override string ToString() => $"{(IsDescending ? "-" : "")}{Names.First(name => name.Value == Sort).Key}";
}
