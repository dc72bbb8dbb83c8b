namespace Unleash.Pat.Api.Inventory;

/// <summary>Which tokens of all accounts. All that is set must hold; at least one property is needed, and none that is not named here.</summary>
public sealed record InventoryFilterRequest
{
    /// <summary>
    /// <c>active</c>: not expired, and the token and its account are switched on. <c>expired</c>. <c>disabled</c>: the token
    /// or its account is switched off.
    /// </summary>
    /// <example>expired</example>
    public string? State { get; init; }

    /// <summary>The kind of account: <c>User</c> or <c>Service Account</c>.</summary>
    /// <example>User</example>
    public string? AccountType { get; init; }

    /// <summary>The account.</summary>
    /// <example>42</example>
    public long? UserId { get; init; }

    /// <summary>A part of the description, or of the account's username, name or address, in any case and any script.</summary>
    /// <example>build</example>
    public string? Query { get; init; }

    /// <summary>A scope that the token has.</summary>
    /// <example>deploy:write</example>
    public string? Scope { get; init; }

    /// <summary><c>true</c>: only tokens without scopes.</summary>
    /// <example>true</example>
    public bool? Unrestricted { get; init; }

    /// <summary><c>true</c>: only tokens that expire in more than a hundred years.</summary>
    /// <example>true</example>
    public bool? NeverExpires { get; init; }

    /// <summary>Only tokens that expire before.</summary>
    public DateTimeOffset? ExpiresBefore { get; init; }

    /// <summary>Only tokens that were created before.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only tokens that were not used since; one that never was counts from its creation.</summary>
    public DateTimeOffset? UnusedSince { get; init; }

    /// <summary><c>true</c>: only tokens that the policy in force would refuse.</summary>
    /// <example>true</example>
    public bool? ViolatesPolicy { get; init; }
}
