using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Contracts;

/// <summary>A personal access token, without its secret (contract section 1).</summary>
public record PatSchema
{
    /// <summary>The unique identification number for this Personal Access Token.</summary>
    public long Id { get; init; }

    /// <summary>What its holder calls it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The token's expiration date: it is dead from this instant on.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the token was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the token was last seen/used to authenticate with. <c>null</c> if it has not been used yet.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The account that the token belongs to.</summary>
    public long UserId { get; init; }

    /// <summary><c>expires-soon</c>, <c>expired</c>, or absent (contract section 1.5).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExpiryWarning { get; init; }
}
