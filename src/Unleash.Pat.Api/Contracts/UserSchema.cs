using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Contracts;

/// <summary>An account (contract section 3); absent values are left out.</summary>
public record UserSchema
{
    /// <summary><c>User</c> or <c>Service Account</c>.</summary>
    public string AccountType { get; init; } = "";

    /// <summary>The account's id.</summary>
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
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
