namespace Unleash.Pat.Client;

/// <summary>Programs' accounts and their tokens, for administrators.</summary>
public interface IServiceAccountsClient
{
    /// <summary>Lists all service accounts, with their tokens.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The accounts, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<ServiceAccount>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a service account.</summary>
    /// <param name="account">The new service account.</param>
    /// <param name="cancellationToken">Cancels the request; the account may have been created all the same.</param>
    /// <returns>The account.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<ServiceAccount> CreateAsync(NewServiceAccount account, CancellationToken cancellationToken = default);

    /// <summary>Changes a service account. What the update leaves unset stays.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The account as changed.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<ServiceAccount> UpdateAsync(long id, ServiceAccountUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a service account, with its tokens.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the account is deleted.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task DeleteAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Lists an account's tokens, expired ones included.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<PersonalAccessToken>> ListTokensAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Creates a token for an account.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="token">The new token.</param>
    /// <param name="cancellationToken">Cancels the request; the token may have been created all the same.</param>
    /// <returns>The token with its secret, which only this response contains.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IssuedPersonalAccessToken> CreateTokenAsync(
        long id, NewPersonalAccessToken token, CancellationToken cancellationToken = default);

    /// <summary>Revokes an account's token. One that does not exist changes nothing.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="tokenId">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the token is revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task RevokeTokenAsync(long id, long tokenId, CancellationToken cancellationToken = default);

    /// <summary>Gives an account's token a new secret. The former one ends at once, or after the overlap.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="tokenId">The token's id.</param>
    /// <param name="rotation">How; <see langword="null"/> takes what the service is configured to.</param>
    /// <param name="cancellationToken">Cancels the request; the token may be rotated all the same.</param>
    /// <returns>The token with its new secret, which only this response contains.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where the account has no such token.</exception>
    Task<IssuedPersonalAccessToken> RotateTokenAsync(
        long id, long tokenId, TokenRotation? rotation = null, CancellationToken cancellationToken = default);
}
