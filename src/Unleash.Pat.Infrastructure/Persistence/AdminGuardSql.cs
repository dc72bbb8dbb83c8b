namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The turn of transactions that change who administers, and what ends with whom.</summary>
internal static class AdminGuardSql
{
    private const string TakeTurn = "UPDATE admin_guard SET turns = turns + 1 WHERE id = 1";

    /// <summary>Takes the turn until the transaction ends; to be its first statement.</summary>
    /// <remarks>
    /// Threat: two demotions beside each other would each still see the other's administrator, and an admin token made
    /// beside its maker's removal would end without an event; after this statement only one of them is under way, on any
    /// node, whichever isolation is set.
    /// </remarks>
    public static Task TakeTurnAsync(this WriteTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(TakeTurn, null, cancellationToken);
}
