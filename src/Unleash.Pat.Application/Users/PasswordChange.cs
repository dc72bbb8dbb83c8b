namespace Unleash.Pat.Application.Users;

/// <summary>A new password for an account.</summary>
/// <param name="UserId">The account.</param>
/// <param name="NewHash">The new password's hash.</param>
/// <param name="ExpectedHash">
/// The hash that the old password was verified against; the change is refused where it is no longer that one.
/// <see langword="null"/> where nobody was asked for the old password.
/// </param>
/// <param name="KeptSessionId">The session that stays; all others of the account end.</param>
public sealed record PasswordChange(long UserId, string NewHash, string? ExpectedHash, long? KeptSessionId)
{
    /// <summary>The account, and no hash.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => $"a new password for account {UserId}";
}
