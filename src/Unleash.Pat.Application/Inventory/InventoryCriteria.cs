using Unleash.Pat.Application.Policy;

namespace Unleash.Pat.Application.Inventory;

/// <summary>A filter with what its meaning depends on.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Policy">The policy that tokens are compared with.</param>
/// <param name="Now">The time that decides what is expired or unused.</param>
public sealed record InventoryCriteria(InventoryFilter Filter, TokenPolicy Policy, DateTimeOffset Now);
