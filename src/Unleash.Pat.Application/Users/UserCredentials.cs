using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A user with the hash of the password; <see langword="null"/> where the user has none.</summary>
public sealed record UserCredentials(User User, string? PasswordHash)
{
    /// <summary>The user's name, without the hash.</summary>
    public override string ToString() => User.AuditName;
}
