namespace Unleash.Pat.Client;

/// <summary>The account that calls: sign in and out, read and change it.</summary>
public interface IAccountClient
{
    /// <summary>Signs in: begins a session, which later requests go with where the client keeps it.</summary>
    /// <param name="username">The username, or the e-mail address in any case.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The account.</returns>
    /// <exception cref="UnleashPatException">The service refused: 401 where name and password do not belong together.</exception>
    Task<SignedInAccount> SignInAsync(string username, string password, CancellationToken cancellationToken = default);

    /// <summary>Signs in by an e-mail address alone, where the service has demo sign-in switched on.</summary>
    /// <param name="email">The address; its user is created at the first sign-in.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The account.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where demo sign-in is off.</exception>
    Task<SignedInAccount> SignInToDemoAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Signs out: ends the session, if there is one.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the session has ended.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task SignOutAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the account and its permissions.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The account.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<CurrentAccount> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the account's root role.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The profile, with the role.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<Profile> GetProfileAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes the account's password; its other sessions end.</summary>
    /// <param name="change">The old password, and twice the new one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the password is changed.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task ChangePasswordAsync(PasswordChange change, CancellationToken cancellationToken = default);

    /// <summary>Asks whose password a link sets; no credentials are needed.</summary>
    /// <param name="token">The <c>token</c> of the link.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The user.</returns>
    /// <exception cref="UnleashPatException">The service refused: 401 where the link has expired, was used or was replaced.</exception>
    Task<PasswordLinkUser> GetPasswordLinkAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Sets a password by a link, which works once; no credentials are needed. The user's sessions end.</summary>
    /// <param name="token">The <c>token</c> of the link.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Cancels the request; the password may have been set all the same.</param>
    /// <returns>When the password is set.</returns>
    /// <exception cref="UnleashPatException">The service refused: 401 where the link has expired, was used or was replaced.</exception>
    Task SetPasswordByLinkAsync(string token, string password, CancellationToken cancellationToken = default);
}
