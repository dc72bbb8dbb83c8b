namespace Unleash.Pat.Client;

/// <summary>The order of a list of tokens.</summary>
public enum InventorySort
{
    /// <summary>By id.</summary>
    Id = 0,

    /// <summary>By creation.</summary>
    CreatedAt,

    /// <summary>By expiry.</summary>
    ExpiresAt,

    /// <summary>By last use; tokens that were never used come first.</summary>
    SeenAt,

    /// <summary>By the account's username, or its address where it has none.</summary>
    Owner,
}
