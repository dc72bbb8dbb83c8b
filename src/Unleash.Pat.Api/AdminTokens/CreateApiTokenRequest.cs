namespace Unleash.Pat.Api.AdminTokens;

/// <summary>A new admin token; environments and projects are ignored, as an admin token has all of them.</summary>
public sealed record CreateApiTokenRequest
{
    /// <summary>The token's name.</summary>
    public required string TokenName { get; init; }

    /// <summary><c>admin</c>: the only type that this service creates.</summary>
    public required string Type { get; init; }

    /// <summary>The token's expiration date.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
