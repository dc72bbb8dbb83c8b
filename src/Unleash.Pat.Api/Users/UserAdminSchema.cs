using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Users;

/// <summary>A user as administrators see it, as Unleash has it.</summary>
public record UserAdminSchema : UserSchema
{
    /// <summary>When the account last signed in; <c>null</c> where it never has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public override DateTimeOffset? SeenAt { get; init; }

    /// <summary>The root role's id.</summary>
    [JsonPropertyOrder(1)]
    public int RootRole { get; init; }

    /// <summary>
    /// The link with which a new user without a password sets one: only in the response to the user's creation, because the
    /// link itself is not stored. Empty otherwise.
    /// </summary>
    /// <example>https://unleash.example.com/new-user?token=0fWc6SvbVGBWUF3WDkKVpKr3Zi5BaaGTQNVtGkeF1YJ3VuRJIA2GLHEFJZLC4G7Bu</example>
    [JsonPropertyOrder(1)]
    public string InviteLink { get; init; } = "";

    /// <summary><c>false</c> while the account is switched off; absent otherwise.</summary>
    /// <example>false</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public bool? Enabled { get; init; }

    /// <summary><c>false</c> while the user has no password and needs a link to set one; absent otherwise.</summary>
    /// <example>false</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public bool? HasPassword { get; init; }
}
