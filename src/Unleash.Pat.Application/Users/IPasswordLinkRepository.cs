using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Stores the links with which users set a password. A user has one at the most.</summary>
public interface IPasswordLinkRepository
{
    /// <summary>Stores a user's link in place of an earlier one, and records it, all or nothing.</summary>
    /// <returns><see langword="false"/> where the user was deleted, or has another address than the one that was read.</returns>
    Task<bool> CreateAsync(User user, NewPasswordLink link, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>The link of a selector with its user, whether it has expired or not.</summary>
    Task<StoredPasswordLink?> FindAsync(string selector, CancellationToken cancellationToken);

    /// <summary>Uses a link up: sets the password, ends the user's sessions, and records it, all or nothing.</summary>
    /// <returns>
    /// <see langword="false"/> where the link has expired, was used or replaced, or its user was deleted or switched off: then
    /// nothing is written.
    /// </returns>
    Task<bool> UseAsync(PasswordLinkUse use, AuditStamp audit, CancellationToken cancellationToken);
}

/// <summary>A stored link.</summary>
/// <param name="User">Whose password it sets.</param>
/// <param name="Verifier">SHA-256 of its token.</param>
/// <param name="CreatedBy">The name of the account or admin token that created it.</param>
/// <param name="ExpiresAt">From this instant on it is refused.</param>
public sealed record StoredPasswordLink(User User, byte[] Verifier, string CreatedBy, DateTimeOffset ExpiresAt);

/// <summary>A password that a user sets by a link.</summary>
/// <param name="Selector">The link.</param>
/// <param name="NewHash">The password's hash.</param>
public sealed record PasswordLinkUse(User User, string Selector, string NewHash)
{
    /// <summary>The account, without a hash.</summary>
    public override string ToString() => $"a password by link for account {User.Id}";
}
