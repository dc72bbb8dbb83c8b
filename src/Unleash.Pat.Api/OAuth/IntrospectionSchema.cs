using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.OAuth;

/// <summary>What a token is (RFC 7662).</summary>
public sealed record IntrospectionSchema
{
    /// <summary>Whether the token is accepted now. Where it is not, nothing else is in the answer.</summary>
    [JsonPropertyName("active")]
    public required bool Active { get; init; }

    /// <summary>`Bearer`</summary>
    /// <example>Bearer</example>
    [JsonPropertyName("token_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenType { get; init; }

    /// <summary>The ID of the account, in decimal digits.</summary>
    /// <example>42</example>
    [JsonPropertyName("sub")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>The username of the account, or its e-mail address where it has none.</summary>
    /// <example>alice</example>
    [JsonPropertyName("username")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The ID of the token, in decimal digits.</summary>
    /// <example>7</example>
    [JsonPropertyName("jti")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenId { get; init; }

    /// <summary>When the token was created, in seconds since 1970.</summary>
    /// <example>1767225600</example>
    [JsonPropertyName("iat")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? IssuedAt { get; init; }

    /// <summary>From when on the token is refused, in seconds since 1970.</summary>
    /// <example>1798761600</example>
    [JsonPropertyName("exp")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ExpiresAt { get; init; }

    /// <summary>The address of this service.</summary>
    /// <example>https://tokens.example.com</example>
    [JsonPropertyName("iss")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Issuer { get; init; }

    /// <summary>
    /// What the token may do, separated by spaces. For an unrestricted token all scopes that the configuration names, and
    /// absent where it names none.
    /// </summary>
    /// <example>deploy:read deploy:write</example>
    [JsonPropertyName("scope")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scope { get; init; }

    /// <summary>`true` where the token may do all that its account may; else absent.</summary>
    [JsonPropertyName("unrestricted")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Unrestricted { get; init; }

    /// <summary>`User`, or `Service Account`.</summary>
    /// <example>User</example>
    [JsonPropertyName("account_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountType { get; init; }

    /// <summary>The name of the account.</summary>
    /// <example>Alice Liddell</example>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The e-mail address of the account.</summary>
    /// <example>alice@example.com</example>
    [JsonPropertyName("email")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    /// <summary>The root role of the account: `Admin`, `Editor` or `Viewer`.</summary>
    /// <example>Viewer</example>
    [JsonPropertyName("root_role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RootRole { get; init; }
}
