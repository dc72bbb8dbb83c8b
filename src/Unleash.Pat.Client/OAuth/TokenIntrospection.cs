using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>What a token is (RFC 7662). All but <see cref="IsActive"/> is absent where the token is not accepted.</summary>
public sealed class TokenIntrospection
{
    /// <summary>Whether the token is accepted now.</summary>
    [JsonPropertyName("active")]
    [JsonRequired]
    public bool IsActive { get; set; }

    /// <summary>The ID of the account, in decimal digits.</summary>
    [JsonPropertyName("sub")]
    public string? Subject { get; set; }

    /// <summary>The username of the account, or its e-mail address where it has none.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; set; }

    /// <summary>The name of the account.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The e-mail address of the account.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    /// <summary>Whether the account is a user or a service account.</summary>
    [JsonPropertyName("account_type")]
    public AccountType? AccountType { get; set; }

    /// <summary>The name of the account's root role: <c>Admin</c>, <c>Editor</c> or <c>Viewer</c>.</summary>
    [JsonPropertyName("root_role")]
    public string? RootRole { get; set; }

    /// <summary>The ID of the token, in decimal digits.</summary>
    [JsonPropertyName("jti")]
    public string? TokenId { get; set; }

    /// <summary>When the token was created, to the second.</summary>
    [JsonPropertyName("iat")]
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>From when on the token is refused, to the second.</summary>
    [JsonPropertyName("exp")]
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The address of the service that verified the token.</summary>
    [JsonPropertyName("iss")]
    public string? Issuer { get; set; }

    /// <summary>What the token may do, separated by spaces; <see langword="null"/> for an unrestricted token.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; set; }

    /// <summary>Whether the token may do all that its account may.</summary>
    [JsonPropertyName("unrestricted")]
    public bool IsUnrestricted { get; set; }
}
