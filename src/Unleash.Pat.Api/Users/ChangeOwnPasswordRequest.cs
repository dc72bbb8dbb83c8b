using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A new password for your own account.</summary>
public sealed record ChangeOwnPasswordRequest
{
    /// <summary>The current password.</summary>
    public required Password OldPassword { get; init; }

    /// <summary>The new password.</summary>
    public required Password Password { get; init; }

    /// <summary>The new password once more.</summary>
    public required Password ConfirmPassword { get; init; }
}
