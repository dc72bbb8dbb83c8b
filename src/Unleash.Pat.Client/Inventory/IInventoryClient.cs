namespace Unleash.Pat.Client;

/// <summary>The personal access tokens of all accounts, for administrators.</summary>
public interface IInventoryClient
{
    /// <summary>Lists tokens. Pages are fetched when the enumeration comes to them.</summary>
    /// <param name="filter">Which tokens. Default: all.</param>
    /// <param name="sort">Their order.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The tokens, each once, whatever is created and revoked meanwhile.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    IAsyncEnumerable<InventoryToken> ListAsync(
        InventoryFilter? filter = null,
        InventorySort sort = InventorySort.Id,
        bool descending = false,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one page.</summary>
    /// <param name="filter">Which tokens. Default: all.</param>
    /// <param name="sort">Their order.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="limit">The most tokens to give.</param>
    /// <param name="cursor">Where it begins: <see cref="InventoryCursorPage.NextCursor"/> of a page of the same list.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page, and the number of matching tokens.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<InventoryCursorPage> GetPageAsync(
        InventoryFilter? filter = null,
        InventorySort sort = InventorySort.Id,
        bool descending = false,
        int limit = 100,
        string? cursor = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one token.</summary>
    /// <param name="id">The token.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token, and the account that holds it.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<InventoryToken> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Renames a token, brings its expiry nearer, or switches it off or on.</summary>
    /// <param name="id">The token.</param>
    /// <param name="update">The changes; what is not set stays.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token as it is now.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<InventoryToken> UpdateAsync(long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Revokes a token.</summary>
    /// <param name="id">The token.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the token is refused.</returns>
    /// <exception cref="UnleashPatException">The service refused; there is no such token, for example.</exception>
    Task RevokeAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Shows what <see cref="RevokeMatchingAsync"/> would revoke, and changes nothing.</summary>
    /// <param name="filter">Which tokens; not empty.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How many tokens match, and up to ten of them.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<RevokedTokens> PreviewRevocationAsync(InventoryFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Revokes all tokens that match, if they are as many as expected.</summary>
    /// <param name="filter">Which tokens; not empty.</param>
    /// <param name="expected">How many <see cref="PreviewRevocationAsync"/> has shown.</param>
    /// <param name="cancellationToken">Cancels the request; what was revoked before stays revoked.</param>
    /// <returns>How many were revoked.</returns>
    /// <exception cref="UnleashPatException">The service refused; the number is another, for example.</exception>
    Task<RevokedTokens> RevokeMatchingAsync(InventoryFilter filter, long expected, CancellationToken cancellationToken = default);
}
