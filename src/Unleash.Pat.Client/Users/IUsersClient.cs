namespace Unleash.Pat.Client;

/// <summary>Users, for administrators.</summary>
public interface IUsersClient
{
    /// <summary>Lists all users by id. Pages are fetched when the enumeration comes to them.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The users.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    IAsyncEnumerable<User> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets one page of the users, by id.</summary>
    /// <param name="offset">How many users to skip.</param>
    /// <param name="limit">The most users to give.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page, and how many users there are.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<Page<User>> GetPageAsync(int offset, int limit, CancellationToken cancellationToken = default);

    /// <summary>Finds accounts by a part of their name, username or e-mail address.</summary>
    /// <param name="query">The part.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The accounts.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<AccountIdentity>> SearchAsync(string query, CancellationToken cancellationToken = default);

    /// <summary>Gets one user.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The user.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where there is no such user.</exception>
    Task<User> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Creates a user.</summary>
    /// <param name="user">The new user.</param>
    /// <param name="cancellationToken">Cancels the request; the user may have been created all the same.</param>
    /// <returns>The user.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<User> CreateAsync(NewUser user, CancellationToken cancellationToken = default);

    /// <summary>Changes a user. What the update leaves unset stays.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The user as changed.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<User> UpdateAsync(long id, UserUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a user, with its tokens and sessions.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the user is deleted.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task DeleteAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Sets a user's password; the user's sessions end.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the password is set.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task SetPasswordAsync(long id, string password, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a link with which the user sets a password. It works once, for 24 hours, and ends an earlier link; nothing shows
    /// it again.
    /// </summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Cancels the request; the link may have been created all the same.</param>
    /// <returns>The link.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<PasswordLink> CreatePasswordLinkAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a password may be set, without setting it.</summary>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the service has accepted it.</returns>
    /// <exception cref="UnleashPatException">The service refused: 400 tells the rule that the password breaks.</exception>
    Task ValidatePasswordAsync(string password, CancellationToken cancellationToken = default);

    /// <summary>Lists a user's live sessions.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The sessions, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<Session>> ListSessionsAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Ends one of a user's sessions.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the session has ended.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task EndSessionAsync(long id, long sessionId, CancellationToken cancellationToken = default);

    /// <summary>Ends all of a user's sessions.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the sessions have ended.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task EndAllSessionsAsync(long id, CancellationToken cancellationToken = default);
}
