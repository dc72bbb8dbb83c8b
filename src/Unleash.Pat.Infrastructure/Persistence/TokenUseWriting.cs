using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence;

internal static class TokenUseWriting
{
    private static readonly ManyRows<TokenUse> Rows = new(("id", use => use.TokenId), ("seen_at", use => use.SeenAt));

    /// <summary>Writes a batch of uses down, in one statement and one round trip.</summary>
    /// <param name="database">Where.</param>
    /// <param name="table">Of which tokens.</param>
    /// <param name="uses">The batch; at most <see cref="ManyRows{T}.MaxRows"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <remarks>By their ids in order, so that two nodes that write the same tokens do not wait for each other.</remarks>
    public static Task MarkSeenAsync(
        this Database database, string table, IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken)
    {
        var (rows, parameters) = Rows.Of([.. uses.OrderBy(use => use.TokenId)]);
        var statement = $"""
            UPDATE {table} SET seen_at = used.seen_at FROM ({rows}) AS used
            WHERE used.id = {table}.id AND ({table}.seen_at IS NULL OR {table}.seen_at < used.seen_at);
            """;
        return database.WriteBatchAsync<int>(statement, parameters, Repetition.Safe, cancellationToken);
    }
}
