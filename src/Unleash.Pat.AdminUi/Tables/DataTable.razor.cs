using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>A table that is ordered, searched and paged in the browser; the address keeps all three.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
public partial class DataTable<TItem>
{
    private const int PageSize = 25;

    private static readonly bool[] Ways = [false, true];

    // None until the order that this browser remembers is known.
    private List<TItem>? _rows;

    /// <summary>All rows, in no order.</summary>
    [Parameter, EditorRequired] public required IReadOnlyCollection<TItem> Items { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TableColumn<TItem>> Columns { get; set; }

    /// <summary>What tells one row from another.</summary>
    [Parameter, EditorRequired] public required Func<TItem, object> Key { get; set; }

    /// <summary>What the table shows, for those who cannot see it.</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    /// <summary>The order where neither the address nor this browser knows one.</summary>
    [Parameter, EditorRequired] public required TableOrder DefaultOrder { get; set; }

    /// <summary>The name under which this browser remembers the order.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The texts that a search looks into; absent where there is none.</summary>
    [Parameter] public Func<TItem, IEnumerable<string?>>? SearchText { get; set; }

    /// <summary>The buttons at a row's end.</summary>
    [Parameter] public RenderFragment<TItem>? Actions { get; set; }

    [SupplyParameterFromQuery(Name = TableAddress.Sort)] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = TableAddress.Order)] private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = TableAddress.Search)] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = TableAddress.Page)] private string? AskedPage { get; set; }

    private TableOrder? Remembered { get; set; }

    private TableOrder Current => Known(TableOrder.Parse(Sort, Order)) ?? Known(Remembered) ?? DefaultOrder;

    // Pages can become fewer while one is looking at the last.
    private int Page => Math.Clamp(TableAddress.PageOf(AskedPage), 1, Math.Max(1, (_rows!.Count + PageSize - 1) / PageSize));

    private IEnumerable<TItem> Shown => _rows!.Skip((Page - 1) * PageSize).Take(PageSize);

    private string SortId => $"sort-{Name}";

    private string MemoryName => $"order-{Name}";

    protected override async Task OnInitializedAsync()
    {
        if (await Browser.RecallAsync(MemoryName) is { } remembered)
        {
            Remembered = Read(remembered);
        }
    }

    protected override void OnParametersSet() => Arrange();

    private static TableOrder? Read(string? words) =>
        words?.Split(' ') is [var column, .. var way] ? TableOrder.Parse(column, way.FirstOrDefault()) : null;

    private TableOrder? Known(TableOrder? order) => Columns.Any(column => column.Key == order?.Column) ? order : null;

    private void Arrange()
    {
        var order = Current;
        var comparison = Columns.First(column => column.Key == order.Column).Comparison;
        _rows = [.. Items.Where(IsFound).Order(Comparer<TItem>.Create(comparison))];

        // Turned round as a whole, so that of rows that are alike in this column the newest is first where the newest is.
        if (order.IsDescending)
        {
            _rows.Reverse();
        }
    }

    private bool IsFound(TItem item) =>
        SearchText is null
        || string.IsNullOrWhiteSpace(Search)
        || SearchText(item).Any(text => text?.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase) is true);

    private Task OrderByAsync(string? words) => Read(words) is { } order ? OrderAsync(order) : Task.CompletedTask;

    private async Task OrderAsync(TableOrder order)
    {
        await Browser.RememberAsync(MemoryName, $"{order.Column} {order.Way}");
        Remembered = order;
        Navigation.Show((TableAddress.Sort, order.Column), (TableAddress.Order, order.Way), (TableAddress.Page, null));
    }
}
