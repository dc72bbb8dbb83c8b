namespace Unleash.Pat.Api.Policy;

/// <summary>The rules for tokens. Times are as in the configuration: <c>90.00:00:00</c> is 90 days.</summary>
public sealed record TokenPolicySchema
{
    /// <summary>Whether tokens can be created.</summary>
    /// <example>true</example>
    public bool Enabled { get; init; }

    /// <summary>The most tokens that an account holds.</summary>
    /// <example>10</example>
    public int MaxPerUser { get; init; }

    /// <summary>The lifetime of a token that is created without an expiry.</summary>
    /// <example>30.00:00:00</example>
    public string DefaultLifetime { get; init; } = "";

    /// <summary>The longest lifetime; <c>null</c> for any.</summary>
    /// <example>90.00:00:00</example>
    public string? MaxLifetime { get; init; }

    /// <summary>Whether a token must have a description.</summary>
    /// <example>false</example>
    public bool RequireDescription { get; init; }

    /// <summary>Whether a token can create tokens that expire later than itself.</summary>
    /// <example>false</example>
    public bool TokensMayOutliveIssuer { get; init; }

    /// <summary>For how long a secret works after its rotation, where the rotation does not say.</summary>
    /// <example>00:00:00</example>
    public string RotationOverlap { get; init; } = "";

    /// <summary>After what time without a use a token is revoked; <c>null</c> for never.</summary>
    /// <example>90.00:00:00</example>
    public string? RevokeUnusedAfter { get; init; }

    /// <summary>How long after its expiry a token is deleted; <c>null</c> for never.</summary>
    /// <example>30.00:00:00</example>
    public string? DeleteExpiredAfter { get; init; }

    /// <summary>Days before the expiry at which a warning is due.</summary>
    /// <example>[14, 3]</example>
    public IReadOnlyList<int> ExpiryNotificationDays { get; init; } = [];

    /// <summary>The scopes that tokens can have; <c>null</c> for any.</summary>
    public IReadOnlyList<PolicyScopeSchema>? Scopes { get; init; }
}

/// <summary>A scope that tokens can have.</summary>
public sealed record PolicyScopeSchema
{
    /// <summary>The scope.</summary>
    /// <example>deploy:write</example>
    public string Name { get; init; } = "";

    /// <summary>What it is for.</summary>
    /// <example>Deploy to production</example>
    public string Description { get; init; } = "";
}
