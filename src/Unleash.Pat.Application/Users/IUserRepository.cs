using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Keeps accounts.</summary>
public interface IUserRepository
{
    /// <summary>An account.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account, or <see langword="null"/>.</returns>
    Task<User?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The person who signs in by that name.</summary>
    /// <param name="usernameOrEmail">A username, or an e-mail address in any case.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account and its password's hash, or <see langword="null"/>.</returns>
    Task<UserCredentials?> FindForSignInAsync(string usernameOrEmail, CancellationToken cancellationToken);

    /// <summary>An account, and what a typed password is compared with.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account and its password's hash, or <see langword="null"/>.</returns>
    Task<UserCredentials?> FindCredentialsAsync(long id, CancellationToken cancellationToken);

    /// <summary>Whether there is any account at all.</summary>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="true"/> where there is.</returns>
    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>Stores an account and its event, both or neither.</summary>
    /// <param name="user">The account.</param>
    /// <param name="created">Makes the event, told the account's id.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account's id; <see langword="null"/> where the username or the e-mail address is taken.</returns>
    Task<long?> CreateAsync(NewUser user, Func<long, AuditEvent> created, CancellationToken cancellationToken);
}
