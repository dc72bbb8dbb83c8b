using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Changes and removes accounts, one change after another, so that an administrator is always left.</summary>
public interface IUserAdministration
{
    /// <summary>Changes an account and records it, both or neither; nothing is recorded where nothing differs.</summary>
    /// <param name="update">What is to be changed.</param>
    /// <param name="updated">Makes the event, told the account before and after.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account as it is now, or why it was not changed.</returns>
    Task<AccountChange> UpdateAsync(
        AccountUpdate update, Func<User, User, AuditEvent> updated, CancellationToken cancellationToken);

    /// <summary>
    /// Removes an account with its tokens, its sessions and the admin tokens that it answers for, and records it, all or
    /// nothing.
    /// </summary>
    /// <param name="id">The account.</param>
    /// <param name="accountType">Which kind it must be; one of another kind is not found.</param>
    /// <param name="deleted">Makes the event, told what was removed.</param>
    /// <param name="adminTokenDeleted">Makes the event of an admin token that ends with the account.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account as it was, or why it was not removed.</returns>
    Task<AccountChange> DeleteAsync(
        long id,
        string accountType,
        Func<User, AuditEvent> deleted,
        Func<AdminToken, AuditEvent> adminTokenDeleted,
        CancellationToken cancellationToken);

    /// <summary>Sets a password, ends the account's other sessions, and records it, all or nothing.</summary>
    /// <param name="change">The new password.</param>
    /// <param name="changed">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="false"/> where the account is gone or its password is no longer the expected one.</returns>
    Task<bool> ChangePasswordAsync(PasswordChange change, AuditEvent changed, CancellationToken cancellationToken);
}
