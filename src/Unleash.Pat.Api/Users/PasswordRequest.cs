using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A password for another account, or one to be validated.</summary>
public sealed record PasswordRequest
{
    /// <summary>The password.</summary>
    public required Password Password { get; init; }
}
