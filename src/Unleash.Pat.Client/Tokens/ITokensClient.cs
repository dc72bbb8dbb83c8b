namespace Unleash.Pat.Client;

/// <summary>The personal access tokens of the account that calls.</summary>
public interface ITokensClient
{
    /// <summary>Creates a token.</summary>
    /// <param name="token">The new token.</param>
    /// <param name="cancellationToken">Cancels the request; the token may have been created all the same.</param>
    /// <returns>The token with its secret, which only this response contains.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token, CancellationToken cancellationToken = default);

    /// <summary>Lists all tokens, expired ones included.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets one token.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where the account has no such token.</exception>
    Task<PersonalAccessToken> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Revokes a token. One that does not exist changes nothing.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the token is revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task RevokeAsync(long id, CancellationToken cancellationToken = default);
}
