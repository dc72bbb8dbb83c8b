namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The lock of transactions that change which accounts administer, and what is deleted with an account.</summary>
internal static class AdminLock
{
    private const string Acquire = "UPDATE admin_guard SET turns = turns + 1 WHERE id = 1";

    /// <summary>Locks until the transaction ends; must be the transaction's first statement.</summary>
    /// <remarks>
    /// Threat: of two demotions at once each would still see the other's administrator, and an admin token that is created
    /// while its creator is deleted would end without an event. After this statement only one such transaction runs, on any
    /// node and at any isolation level.
    /// </remarks>
    public static Task AcquireAdminLockAsync(this WriteTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Acquire, null, cancellationToken);
}
