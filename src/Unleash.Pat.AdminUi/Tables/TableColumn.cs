using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Key">The column's name in the page's address.</param>
/// <param name="Comparison">Compares two rows to sort by this column.</param>
/// <param name="Cell">Renders a cell.</param>
public sealed record TableColumn<TItem>(string Key, string Label, Comparison<TItem> Comparison, RenderFragment<TItem> Cell);

internal static class TableColumn
{
    /// <summary>A column that is sorted by text, ignoring case.</summary>
    public static TableColumn<TItem> OfText<TItem>(string key, string label, Func<TItem, string?> text, RenderFragment<TItem> cell) =>
        new(key, label, (a, b) => string.Compare(text(a), text(b), StringComparison.OrdinalIgnoreCase), cell);

    /// <summary>A column that is sorted by time; rows without one come first.</summary>
    public static TableColumn<TItem> OfTime<TItem>(string key, string label, Func<TItem, DateTimeOffset?> time, RenderFragment<TItem> cell) =>
        new(key, label, (a, b) => Nullable.Compare(time(a), time(b)), cell);
}
