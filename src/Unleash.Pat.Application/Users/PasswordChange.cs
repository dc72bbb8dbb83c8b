using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A new password for a user.</summary>
/// <param name="NewHash">The new password's hash.</param>
/// <param name="ExpectedHash">
/// The hash that the old password was verified against; the change is refused where the stored hash is another one.
/// <see langword="null"/> where the old password was not verified.
/// </param>
/// <param name="KeptSessionId">The session that stays; all others of the user end.</param>
public sealed record PasswordChange(User User, string NewHash, string? ExpectedHash, long? KeptSessionId)
{
    /// <summary>The account, without a hash.</summary>
    public override string ToString() => $"a new password for account {User.Id}";
}
