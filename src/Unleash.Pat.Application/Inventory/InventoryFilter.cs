using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Which tokens of all accounts; what is not set does not matter (docs/api.md, section 9).</summary>
public sealed record InventoryFilter
{
    /// <summary>The most characters of <see cref="Query"/>.</summary>
    public const int MaxQueryLength = 255;

    /// <summary>Whether they can authenticate.</summary>
    public TokenState? State { get; init; }

    /// <summary>The kind of their account.</summary>
    public AccountType? AccountType { get; init; }

    /// <summary>Their account.</summary>
    public long? UserId { get; init; }

    /// <summary>A part of their description, or of their account's username, name or address, in any case.</summary>
    public string? Query { get; init; }

    /// <summary>A scope that they have.</summary>
    public string? Scope { get; init; }

    /// <summary>Only those without scopes.</summary>
    public bool Unrestricted { get; init; }

    /// <summary>Only those that expire in more than a hundred years.</summary>
    public bool NeverExpires { get; init; }

    /// <summary>Only those that expire before.</summary>
    public DateTimeOffset? ExpiresBefore { get; init; }

    /// <summary>Only those that were created before.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only those that were last used before, or created before and never used.</summary>
    public DateTimeOffset? UnusedSince { get; init; }

    /// <summary>Only those that the policy in force would refuse.</summary>
    public bool ViolatesPolicy { get; init; }

    /// <summary>Whether every token passes.</summary>
    public bool IsEmpty => this == new InventoryFilter();
}

/// <summary>Whether a token can authenticate.</summary>
public enum TokenState
{
    /// <summary>It is not expired, and it and its account are switched on.</summary>
    Active = 0,

    /// <summary>It is expired.</summary>
    Expired,

    /// <summary>It or its account is switched off; it may be expired as well.</summary>
    Disabled,
}
