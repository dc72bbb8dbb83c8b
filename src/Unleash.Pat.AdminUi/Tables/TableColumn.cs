using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>One column of a table.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
/// <param name="Key">Its name in the page's address.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Comparison">The order of two rows by it.</param>
/// <param name="Cell">What a cell shows.</param>
public sealed record TableColumn<TItem>(string Key, string Label, Comparison<TItem> Comparison, RenderFragment<TItem> Cell);

/// <summary>Makes columns.</summary>
internal static class TableColumn
{
    /// <summary>A column in the order of texts, in any case.</summary>
    public static TableColumn<TItem> OfText<TItem>(string key, string label, Func<TItem, string?> text, RenderFragment<TItem> cell) =>
        new(key, label, (a, b) => string.Compare(text(a), text(b), StringComparison.OrdinalIgnoreCase), cell);

    /// <summary>A column in the order of instants; none comes before all.</summary>
    public static TableColumn<TItem> OfInstant<TItem>(string key, string label, Func<TItem, DateTimeOffset?> instant, RenderFragment<TItem> cell) =>
        new(key, label, (a, b) => Nullable.Compare(instant(a), instant(b)), cell);
}
