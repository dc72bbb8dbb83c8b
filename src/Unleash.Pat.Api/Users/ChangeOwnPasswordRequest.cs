using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A new password for one's own account.</summary>
public sealed record ChangeOwnPasswordRequest
{
    /// <summary>The password until now.</summary>
    public required Password OldPassword { get; init; }

    /// <summary>The new password.</summary>
    public required Password Password { get; init; }

    /// <summary>The new password once more.</summary>
    public required Password ConfirmPassword { get; init; }
}
