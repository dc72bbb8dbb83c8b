using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Users;

/// <summary>The account that holds a token; absent values are left out.</summary>
public record TokenHolderSchema
{
    /// <summary>The account's id.</summary>
    /// <example>42</example>
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    /// <example>ada</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    /// <example>Ada Lovelace</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    /// <example>ada@example.com</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    /// <summary>The type of the account: <c>User</c>, or <c>Service Account</c> for a program.</summary>
    /// <example>User</example>
    public string AccountType { get; init; } = "";

    /// <summary>Whether the account is switched on; where it is not, its tokens are refused.</summary>
    /// <example>true</example>
    public bool Enabled { get; init; }
}
