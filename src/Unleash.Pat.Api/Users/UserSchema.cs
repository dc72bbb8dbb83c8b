using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Users;

/// <summary>An account; absent values are left out.</summary>
public record UserSchema : UserIdentitySchema
{
    /// <summary>When the account last signed in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public virtual DateTimeOffset? SeenAt { get; init; }

    /// <summary>Failed sign-ins since the last successful one.</summary>
    public int LoginAttempts { get; init; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
