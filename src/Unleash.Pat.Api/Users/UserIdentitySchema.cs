using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Users;

/// <summary>Who an account is; absent values are left out.</summary>
public record UserIdentitySchema
{
    /// <summary>The type of the account: <c>User</c>, or <c>Service Account</c> for a program.</summary>
    /// <example>User</example>
    [JsonPropertyOrder(-1)]
    public string AccountType { get; init; } = "";

    /// <summary>The account's id.</summary>
    /// <example>1</example>
    [JsonPropertyOrder(-1)]
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    /// <example>ada</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    /// <example>Ada Lovelace</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    /// <example>ada@example.com</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Email { get; init; }

    /// <summary>The picture's address.</summary>
    [JsonPropertyOrder(-1)]
    public string ImageUrl { get; init; } = "";
}
