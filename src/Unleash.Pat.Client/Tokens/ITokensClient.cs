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

    /// <summary>Revokes all tokens that have expired.</summary>
    /// <param name="cancellationToken">Cancels the request; the tokens may be revoked all the same.</param>
    /// <returns>How many were revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<int> RevokeExpiredAsync(CancellationToken cancellationToken = default);

    /// <summary>Renames a token, brings its expiry nearer, or switches it off or on. What is not set stays as it is.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="update">The changes.</param>
    /// <param name="cancellationToken">Cancels the request; the token may be changed all the same.</param>
    /// <returns>The token as it is now.</returns>
    /// <exception cref="UnleashPatException">
    /// The service refused: 404 where the account has no such token, 409 where another has the description.
    /// </exception>
    Task<PersonalAccessToken> UpdateAsync(
        long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Gives a token a new secret. The former one ends at once, or after the overlap.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="rotation">How; <see langword="null"/> takes what the service is configured to.</param>
    /// <param name="cancellationToken">
    /// Cancels the request; the token may be rotated all the same. With an overlap, rotate it again with the former secret.
    /// </param>
    /// <returns>The token with its new secret, which only this response contains.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where the account has no such token.</exception>
    Task<IssuedPersonalAccessToken> RotateAsync(
        long id, TokenRotation? rotation = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the token by which the client calls.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where a session or an admin token authenticates the client.</exception>
    Task<PersonalAccessToken> GetCurrentAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives the token by which the client calls a new secret; the client goes on with the former one.</summary>
    /// <inheritdoc cref="RotateAsync" />
    Task<IssuedPersonalAccessToken> RotateCurrentAsync(TokenRotation? rotation = null, CancellationToken cancellationToken = default);
}
