using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Reads and revokes the tokens of all accounts.</summary>
public interface IInventoryRepository
{
    /// <summary>Gets a page. Its cost does not depend on how far it is from the first.</summary>
    /// <param name="after">Where it begins; <see langword="null"/> for the first page.</param>
    /// <exception cref="ServiceUnavailableException">So few tokens match that it took too long to find them.</exception>
    Task<InventoryPage> GetPageAsync(
        InventoryCriteria criteria, InventoryOrder order, InventoryPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the next of all that match; no transaction is open between two batches.</summary>
    /// <param name="after">Where to go on; <see langword="null"/> to begin.</param>
    /// <returns>The tokens, which can be none though others follow.</returns>
    Task<InventoryPage> GetBatchAsync(
        InventoryCriteria criteria, InventoryOrder order, InventoryPosition? after, CancellationToken cancellationToken);

    /// <summary>Counts the tokens that match.</summary>
    /// <exception cref="ServiceUnavailableException">It took too long.</exception>
    Task<long> CountAsync(InventoryCriteria criteria, CancellationToken cancellationToken);

    /// <summary>Finds a token of any account.</summary>
    Task<InventoryToken?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The ids of all tokens that match.</summary>
    /// <exception cref="ServiceUnavailableException">It took too long.</exception>
    Task<IReadOnlyList<long>> GetIdsAsync(InventoryCriteria criteria, CancellationToken cancellationToken);

    /// <summary>Revokes those of some tokens that match, and records each, in one transaction.</summary>
    /// <param name="ids">At most <see cref="RevokeTokensCommand.BatchSize"/>.</param>
    /// <param name="audit">Who revokes them, and when.</param>
    /// <returns>How many were revoked: one that was deleted or changed meanwhile is not.</returns>
    Task<int> RevokeAsync(
        IReadOnlyList<long> ids, InventoryCriteria criteria, AuditStamp audit, CancellationToken cancellationToken);
}
