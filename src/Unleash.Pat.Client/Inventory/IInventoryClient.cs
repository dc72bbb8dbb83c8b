namespace Unleash.Pat.Client;

/// <summary>The personal access tokens of all accounts, for administrators.</summary>
public interface IInventoryClient
{
    /// <summary>Gets a page of tokens.</summary>
    /// <param name="filter">Which tokens. Default: all.</param>
    /// <param name="sort">The order: <c>id</c>, <c>createdAt</c>, <c>expiresAt</c>, <c>seenAt</c> or <c>owner</c>, with <c>-</c> in front for descending.</param>
    /// <param name="limit">The most tokens to give.</param>
    /// <param name="cursor">Where the page begins: the previous page's <see cref="InventoryPage.NextCursor"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<InventoryPage> GetPageAsync(
        InventoryFilter? filter = null, string? sort = null, int limit = 100, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>Renames a token, brings its expiry nearer, or switches it off or on. What is not set stays as it is.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="update">The changes.</param>
    /// <param name="cancellationToken">Cancels the request; the token may be changed all the same.</param>
    /// <returns>The token as it is now.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where there is no such token.</exception>
    Task<InventoryToken> UpdateAsync(long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Revokes a token of any account.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the token is revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where there is no such token.</exception>
    Task RevokeAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Shows which tokens <see cref="RevokeAllAsync"/> would revoke.</summary>
    /// <param name="filter">Which tokens.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How many match, and some of them.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<RevokedTokens> PreviewRevocationAsync(InventoryFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Revokes all tokens that a filter names.</summary>
    /// <param name="filter">Which tokens.</param>
    /// <param name="expected">How many there are. If it is another number, nothing is revoked.</param>
    /// <param name="cancellationToken">Cancels the request; tokens may be revoked all the same.</param>
    /// <returns>How many were revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused: 409 where the filter matches another number.</exception>
    Task<RevokedTokens> RevokeAllAsync(InventoryFilter filter, long expected, CancellationToken cancellationToken = default);
}
