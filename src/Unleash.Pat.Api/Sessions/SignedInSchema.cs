using System.Text.Json.Serialization;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>The account that has just signed in.</summary>
public sealed record SignedInSchema : UserSchema
{
    /// <summary>The account's live sessions, the new one included.</summary>
    [JsonPropertyOrder(1)]
    public int ActiveSessions { get; init; }

    /// <summary>The account's ended sessions that were cleared away.</summary>
    [JsonPropertyOrder(1)]
    public int DeletedSessions { get; init; }
}
