using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A password for somebody else's account, or one to be looked at.</summary>
public sealed record PasswordRequest
{
    /// <summary>The password.</summary>
    public required Password Password { get; init; }
}
