using System.Globalization;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>A page whose address holds a filter and an order. What is not understood there is left out.</summary>
public abstract class InventoryFilterPage : ComponentBase
{
    protected InventoryFilter Filter => new()
    {
        State = NullIfEmpty(State),
        AccountType = NullIfEmpty(AccountType) is { } kind ? new AccountType(kind) : null,
        UserId = long.TryParse(UserId, CultureInfo.InvariantCulture, out var id) ? id : null,
        Query = NullIfEmpty(Query),
        Scope = NullIfEmpty(Scope),
        Unrestricted = Flag(Unrestricted),
        NeverExpires = Flag(NeverExpires),
        ExpiresBefore = Time(ExpiresBefore),
        CreatedBefore = Time(CreatedBefore),
        UnusedSince = Time(UnusedSince),
        ViolatesPolicy = Flag(ViolatesPolicy),
    };

    internal InventoryOrder Order => InventoryOrder.Parse(SortValue);

    [SupplyParameterFromQuery(Name = InventoryAddress.State)] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.AccountType)] private string? AccountType { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.UserId)] private string? UserId { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.Query)] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.Scope)] private string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.Unrestricted)] private string? Unrestricted { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.NeverExpires)] private string? NeverExpires { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.ExpiresBefore)] private string? ExpiresBefore { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.CreatedBefore)] private string? CreatedBefore { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.UnusedSince)] private string? UnusedSince { get; set; }

    [SupplyParameterFromQuery(Name = InventoryAddress.ViolatesPolicy)] private string? ViolatesPolicy { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Sort)] private string? SortValue { get; set; }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool? Flag(string? text) => text == InventoryAddress.True ? true : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
