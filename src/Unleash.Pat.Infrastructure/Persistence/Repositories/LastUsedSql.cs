using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>How the stores of tokens write when tokens were last used.</summary>
internal static class LastUsedSql
{
    private static readonly RowSet<LastUse> Rows = new(("id", use => use.Id), ("seen_at", use => use.UsedAt));

    /// <summary>Writes a batch of uses in one statement and one round trip.</summary>
    /// <remarks>Ordered by id, so that two nodes that write the same tokens do not wait for each other.</remarks>
    public static Task WriteLastUsedAsync(
        this Database database, string table, IReadOnlyList<LastUse> uses, CancellationToken cancellationToken)
    {
        var (rows, parameters) = Rows.Of([.. uses.OrderBy(use => use.Id)]);
        var statement = $"""
            UPDATE {table} SET seen_at = used.seen_at FROM ({rows}) AS used
            WHERE used.id = {table}.id AND ({table}.seen_at IS NULL OR {table}.seen_at < used.seen_at);
            """;
        return database.WriteAsync<int>(statement, parameters, Repetition.Safe, cancellationToken);
    }
}
