using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>A table that is sorted, searched and paged in the browser. The address holds all three.</summary>
public partial class DataTable<TItem>
{
    private const int PageSize = 25;

    private static readonly bool[] Directions = [false, true];

    // Null until the sort order is read from the browser's storage.
    private List<TItem>? _rows;
    private TableOrder? _storedOrder;

    /// <summary>All rows, in any order.</summary>
    [Parameter, EditorRequired] public required IReadOnlyCollection<TItem> Items { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TableColumn<TItem>> Columns { get; set; }

    /// <summary>Returns a row's unique key.</summary>
    [Parameter, EditorRequired] public required Func<TItem, object> Key { get; set; }

    /// <summary>The caption for screen readers.</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    /// <summary>The order to use if neither the address nor the browser's storage has one.</summary>
    [Parameter, EditorRequired] public required TableOrder DefaultOrder { get; set; }

    /// <summary>The name under which the browser stores the order.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Returns the texts to search; without it, the table has no search field.</summary>
    [Parameter] public Func<TItem, IEnumerable<string?>>? SearchText { get; set; }

    /// <summary>The buttons at the end of a row.</summary>
    [Parameter] public RenderFragment<TItem>? Actions { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Sort)] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Order)] private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Page)] private string? PageValue { get; set; }

    private TableOrder Current => IfKnown(TableOrder.Parse(Sort, Order)) ?? IfKnown(_storedOrder) ?? DefaultOrder;

    // The page in the address may no longer exist.
    private int Page => Math.Clamp(TableQuery.ParsePage(PageValue), 1, Math.Max(1, (_rows!.Count + PageSize - 1) / PageSize));

    private IEnumerable<TItem> Shown => _rows!.Skip((Page - 1) * PageSize).Take(PageSize);

    private string SortId => $"sort-{Name}";

    private string SettingName => $"order-{Name}";

    protected override async Task OnInitializedAsync()
    {
        if (await Browser.GetSettingAsync(SettingName) is { } stored)
        {
            _storedOrder = Parse(stored);
        }
    }

    protected override void OnParametersSet() => UpdateRows();

    private static TableOrder? Parse(string? text) =>
        text?.Split(' ') is [var column, .. var direction] ? TableOrder.Parse(column, direction.FirstOrDefault()) : null;

    private TableOrder? IfKnown(TableOrder? order) => Columns.Any(column => column.Key == order?.Column) ? order : null;

    private void UpdateRows()
    {
        var order = Current;
        var comparison = Columns.First(column => column.Key == order.Column).Comparison;
        _rows = [.. Items.Where(Matches).Order(Comparer<TItem>.Create(comparison))];

        // Reversed as a whole, so that rows that are equal in this column are reversed too: the newest stays first.
        if (order.IsDescending)
        {
            _rows.Reverse();
        }
    }

    private bool Matches(TItem item) =>
        SearchText is null
        || string.IsNullOrWhiteSpace(Search)
        || SearchText(item).Any(text => text?.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase) is true);

    private Task OrderByAsync(string? text) => Parse(text) is { } order ? OrderAsync(order) : Task.CompletedTask;

    private async Task OrderAsync(TableOrder order)
    {
        await Browser.SaveSettingAsync(SettingName, $"{order.Column} {order.Direction}");
        _storedOrder = order;
        Navigation.SetQuery((TableQuery.Sort, order.Column), (TableQuery.Order, order.Direction), (TableQuery.Page, null));
    }
}
