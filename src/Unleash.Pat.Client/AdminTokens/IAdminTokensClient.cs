namespace Unleash.Pat.Client;

/// <summary>Admin tokens, for administrators.</summary>
public interface IAdminTokensClient
{
    /// <summary>Creates an admin token.</summary>
    /// <param name="token">The new token.</param>
    /// <param name="cancellationToken">Cancels the request; the token may have been created all the same.</param>
    /// <returns>The token with its secret, which only this response contains.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IssuedAdminToken> CreateAsync(NewAdminToken token, CancellationToken cancellationToken = default);

    /// <summary>Lists all admin tokens, those of the configuration first.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<AdminToken>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes an admin token over: it ends with the caller's account from now on, and no longer with its creator's.
    /// </summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request; the token may have been taken over all the same.</param>
    /// <returns>The token as it is now.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<AdminToken> TakeOverAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Revokes an admin token. One that does not exist changes nothing.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the token is revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task RevokeAsync(long id, CancellationToken cancellationToken = default);
}
