using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Stores accounts. Changes run one after another, so that an administrator is always left.</summary>
public interface IUserRepository
{
    Task<User?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The user who signs in by a username, or by an e-mail address in any case.</summary>
    Task<UserCredentials?> FindForSignInAsync(string usernameOrEmail, CancellationToken cancellationToken);

    /// <summary>An account with the hash of its password.</summary>
    Task<UserCredentials?> FindCredentialsAsync(long id, CancellationToken cancellationToken);

    /// <summary>Whether there is any account.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>All accounts of a kind by id.</summary>
    Task<IReadOnlyList<User>> GetAllOfTypeAsync(AccountType type, CancellationToken cancellationToken);

    /// <summary>A page of the accounts of a kind by id, and the number of accounts on all pages.</summary>
    Task<UserPage> GetPageAsync(AccountType type, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>The users, by id, whose username, name or e-mail address contains a text, in any case.</summary>
    Task<IReadOnlyList<User>> SearchAsync(string text, int limit, CancellationToken cancellationToken);

    /// <summary>Stores an account and its event, both or neither.</summary>
    /// <returns>The stored account; <see cref="WriteStatus.NameTaken"/> where its username or e-mail address is.</returns>
    Task<WriteResult<User>> CreateAsync(NewUser user, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Changes an account and records it, both or neither; nothing is recorded where nothing differs.</summary>
    /// <returns>
    /// The account as it is now; <see cref="WriteStatus.NotFound"/>, <see cref="WriteStatus.NameTaken"/> where its e-mail
    /// address is, or <see cref="WriteStatus.LastAdministrator"/>.
    /// </returns>
    Task<WriteResult<User>> UpdateAsync(AccountUpdate update, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes an account with its tokens, its sessions and the admin tokens that it answers for, and records it, all or
    /// nothing.
    /// </summary>
    /// <param name="type">Its kind; an account of another kind is not found.</param>
    /// <param name="audit">Who deletes it, and when; each of its admin tokens gets an event of its own.</param>
    /// <returns>
    /// The account as it was; <see cref="WriteStatus.NotFound"/> or <see cref="WriteStatus.LastAdministrator"/>.
    /// </returns>
    Task<WriteResult<User>> DeleteAsync(long id, AccountType type, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Sets a password, ends the account's other sessions, and records it, all or nothing.</summary>
    /// <returns><see langword="false"/> where the account was deleted or its password is no longer the expected one.</returns>
    Task<bool> ChangePasswordAsync(PasswordChange change, AuditStamp audit, CancellationToken cancellationToken);
}
