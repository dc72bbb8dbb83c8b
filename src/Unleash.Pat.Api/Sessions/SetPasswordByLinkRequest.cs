using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>A password that a user sets by a link.</summary>
public sealed record SetPasswordByLinkRequest
{
    /// <summary>The token of the link.</summary>
    public required PasswordLinkToken Token { get; init; }

    /// <summary>The new password.</summary>
    public required Password Password { get; init; }
}
