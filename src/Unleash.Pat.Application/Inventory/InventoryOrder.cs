namespace Unleash.Pat.Application.Inventory;

/// <summary>The order of a list of tokens; tokens that are equal in it follow by id, in the same direction.</summary>
/// <param name="By">What it compares.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record InventoryOrder(InventorySort By, bool IsDescending = false);

/// <summary>What an order compares.</summary>
public enum InventorySort
{
    /// <summary>The id.</summary>
    Id = 0,

    /// <summary>When a token was created.</summary>
    CreatedAt,

    /// <summary>When a token expires.</summary>
    ExpiresAt,

    /// <summary>When a token was last used; one that never was is less than all others.</summary>
    SeenAt,

    /// <summary>The account's username, or its address where it has none, in any case; then the account.</summary>
    Owner,
}

/// <summary>A place in an order: after it, a page begins.</summary>
/// <param name="Instant">The token's time, in an order by one; <see langword="null"/> for a token that was never used.</param>
/// <param name="Owner">The account's sort key, in the order by owner.</param>
/// <param name="OwnerId">The account, in the order by owner.</param>
/// <param name="TokenId">The token.</param>
public sealed record InventoryPosition(DateTimeOffset? Instant, string? Owner, long OwnerId, long TokenId);
