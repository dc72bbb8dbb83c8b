using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Events;

/// <summary>Sign-ins.</summary>
/// <param name="Events">Newest first.</param>
public sealed record SignInsSchema(IReadOnlyList<SignInSchema> Events);

/// <summary>A sign-in, accepted or refused, in the form of Unleash's admin UI.</summary>
public sealed record SignInSchema
{
    /// <summary>The id of its event.</summary>
    /// <example>42</example>
    public required long Id { get; init; }

    /// <summary>The name of the account; <c>unleash-system</c> where no account has the name that was tried.</summary>
    /// <example>ada</example>
    public required string Username { get; init; }

    /// <summary>How the account signed in: <c>simple</c>.</summary>
    [JsonPropertyName("auth_type")]
    public string AuthType { get; init; } = "simple";

    /// <summary>When it happened.</summary>
    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the account was signed in.</summary>
    public required bool Successful { get; init; }

    /// <summary>The address of the client; absent where it is not known.</summary>
    /// <example>192.0.2.7</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ip { get; init; }

    /// <summary>Why it was refused; absent where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("failure_reason")]
    public string? FailureReason { get; init; }
}
