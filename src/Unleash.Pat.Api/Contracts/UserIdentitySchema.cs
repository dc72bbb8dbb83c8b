using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Contracts;

/// <summary>Who an account is; absent values are left out.</summary>
public record UserIdentitySchema
{
    /// <summary><c>User</c> or <c>Service Account</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string AccountType { get; init; } = "";

    /// <summary>The account's id.</summary>
    [JsonPropertyOrder(-1)]
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Email { get; init; }

    /// <summary>The picture's address.</summary>
    [JsonPropertyOrder(-1)]
    public string ImageUrl { get; init; } = "";
}
