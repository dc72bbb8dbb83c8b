using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A person, and what a typed password is compared with.</summary>
/// <param name="User">The account.</param>
/// <param name="PasswordHash">The password's hash; <see langword="null"/> where the account has none.</param>
public sealed record UserCredentials(User User, string? PasswordHash)
{
    /// <summary>The account's name, and no hash.</summary>
    /// <returns>How the audit names the account.</returns>
    public override string ToString() => User.AuditName;
}
