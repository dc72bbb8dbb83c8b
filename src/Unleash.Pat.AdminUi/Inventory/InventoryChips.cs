using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>A filter in words, one for each of its parts.</summary>
internal static class InventoryChips
{
    /// <param name="owner">The name of the account that the filter names.</param>
    public static IEnumerable<FilterChip> Of(InventoryFilter filter, string? owner, TimeProvider time) =>
        filter.Parameters.Select(parameter => new FilterChip(parameter.Name, parameter.Value, parameter.Name switch
        {
            InventoryAddress.State => InventoryStates.All.GetValueOrDefault(parameter.Value, parameter.Value),
            InventoryAddress.AccountType => filter.AccountType == AccountType.User ? "Users" : "Service accounts",
            InventoryAddress.UserId => $"Owner: {owner ?? $"account {parameter.Value}"}",
            InventoryAddress.Query => $"“{parameter.Value}”",
            InventoryAddress.Scope => $"Scope: {parameter.Value}",
            InventoryAddress.Unrestricted => "Has all rights",
            InventoryAddress.NeverExpires => "Never expires",
            InventoryAddress.ExpiresBefore => $"Expires before {Timestamps.Date(filter.ExpiresBefore!.Value, time)}",
            InventoryAddress.CreatedBefore => $"Created before {Timestamps.Date(filter.CreatedBefore!.Value, time)}",
            InventoryAddress.UnusedSince => $"Not used since {Timestamps.Date(filter.UnusedSince!.Value, time)}",
            _ => "Breaks the policy",
        }));
}
