using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Contracts;

/// <summary>An account; absent values are left out.</summary>
public record UserSchema
{
    /// <summary>Whose account it is: <c>User</c> is a person's, <c>Service Account</c> a program's.</summary>
    /// <example>User</example>
    public string AccountType { get; init; } = "";

    /// <summary>The account's id.</summary>
    /// <example>1</example>
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

    /// <summary>The picture's address.</summary>
    public string ImageUrl { get; init; } = "";

    /// <summary>When the account last signed in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Failed sign-ins since the last successful one.</summary>
    public int LoginAttempts { get; init; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
