namespace Unleash.Pat.Application.Inventory;

/// <summary>Finds the token that a request names.</summary>
internal static class InventoryLookup
{
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<InventoryToken> RequireAsync(
        this IInventoryRepository inventory, long id, CancellationToken cancellationToken) =>
        await inventory.FindAsync(id, cancellationToken) ?? throw new RefusedException(Errors.PatNotFound(id));
}
