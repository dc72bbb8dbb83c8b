using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Tokens;

/// <summary>
/// Describes a personal access token, or PAT. PATs are automatically scoped to the authenticated user.
/// </summary>
[AlsoDocuments(typeof(PatCreatedSchema), nameof(PatCreatedSchema.Secret))]
public record PatSchema
{
    /// <summary>
    /// The unique identification number for this Personal Access Token. (This property is set by Unleash when the token
    /// is created and cannot be set manually: if you provide a value when creating a PAT, Unleash will ignore it.)
    /// It rises with every token, and none is ever used again.
    /// </summary>
    /// <example>1</example>
    public long Id { get; init; }

    /// <summary>The PAT's description, unique among those of its account, compared character by character.</summary>
    /// <example>For the build server</example>
    public string Description { get; init; } = "";

    /// <summary>The token's expiration date. The token is refused from this instant on.</summary>
    /// <example>2023-04-19T08:15:14.000Z</example>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// When the token was created. (This property is set by Unleash when the token is created and cannot be set
    /// manually: if you provide a value when creating a PAT, Unleash will ignore it.)
    /// </summary>
    /// <example>2023-04-19T08:15:14.000Z</example>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When the token was last seen/used to authenticate with. <c>null</c> if it has not been used yet. (This property is
    /// set by Unleash when the token is created and cannot be set manually: if you provide a value when creating a PAT,
    /// Unleash will ignore it.)
    /// </summary>
    /// <example>2023-04-19T08:15:14.000Z</example>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The ID of the user this PAT belongs to.</summary>
    /// <example>1337</example>
    public long UserId { get; init; }

    /// <summary>
    /// A warning about the expiration of this PAT, absent when there is nothing to warn about: <c>expired</c> from
    /// <c>expiresAt</c> on, <c>expires-soon</c> in the last days before.
    /// </summary>
    /// <example>expires-soon</example>
    [AllowedValues("expires-soon", "expired")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExpiryWarning { get; init; }

    /// <summary>What the token may do. Absent: all that its account may.</summary>
    /// <example>["deploy:write", "api:read"]</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary><c>false</c> while the token is switched off and authenticates nobody; absent otherwise.</summary>
    /// <example>false</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Enabled { get; init; }

    /// <summary>The address from which the token was last used: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    /// <example>192.0.2.7</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastUsedFrom { get; init; }

    /// <summary>When the secret was last replaced; absent if it never was.</summary>
    /// <example>2023-04-19T08:15:14.000Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>Until when the secret before the last rotation works as well; absent once it has ended.</summary>
    /// <example>2023-04-19T08:15:14.000Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? PreviousSecretExpiresAt { get; init; }

    /// <summary>How often one of the token's secrets was presented and refused; absent while it never was.</summary>
    /// <example>3</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RejectedUses { get; init; }
}
