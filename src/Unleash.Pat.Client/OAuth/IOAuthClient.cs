namespace Unleash.Pat.Client;

/// <summary>What OAuth libraries use: verify a token for another service, and revoke one by presenting it.</summary>
public interface IOAuthClient
{
    /// <summary>
    /// Verifies a token that another service received. The client's own token must be one of a service account, or an
    /// admin token.
    /// </summary>
    /// <param name="token">The token, without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What the token is; not active where it is not accepted, for whatever reason.</returns>
    /// <exception cref="UnleashPatException">The service refused the client's own token: 401, or 403 for a user's.</exception>
    Task<TokenIntrospection> IntrospectAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Revokes a token by presenting it. The client's own token does not matter.</summary>
    /// <param name="token">The token; one that is unknown or malformed changes nothing.</param>
    /// <param name="cancellationToken">Cancels the request; the token may have been revoked all the same.</param>
    /// <returns>When the token is revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused, for example because of too many revocations from one address.</exception>
    Task RevokeAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Gets what the service offers to OAuth libraries (RFC 8414).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Its addresses.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<OAuthMetadata> GetMetadataAsync(CancellationToken cancellationToken = default);
}
