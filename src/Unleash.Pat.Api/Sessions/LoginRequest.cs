using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>A username/password login request.</summary>
public sealed record LoginRequest
{
    /// <summary>The username, or the e-mail address in any case.</summary>
    /// <example>admin</example>
    public required string Username { get; init; }

    /// <summary>The password of the user trying to log in.</summary>
    /// <example>hunter2</example>
    public required Password Password { get; init; }
}
