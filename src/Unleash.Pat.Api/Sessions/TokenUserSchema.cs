using System.Text.Json.Serialization;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>Whose password a link sets; absent values are left out.</summary>
public sealed record TokenUserSchema
{
    /// <summary>The user's id.</summary>
    /// <example>42</example>
    public required long Id { get; init; }

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

    /// <summary>The link's token, as it was sent.</summary>
    public required string Token { get; init; }

    /// <summary>The name of the account or admin token that created the link.</summary>
    /// <example>admin</example>
    public required string CreatedBy { get; init; }

    /// <summary>The user's root role.</summary>
    public required RoleSchema Role { get; init; }

    /// <summary>Which user it is, without the token.</summary>
    public override string ToString() => $"user {Id}";
}
