using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>How the stores of tokens write when tokens were last used.</summary>
internal static class LastUsedSql
{
    private static readonly RowSet<LastUse> Times = new(("id", use => use.Id), ("seen_at", use => use.UsedAt));

    private static readonly RowSet<LastUse> TimesAndSources = new(
        ("id", use => use.Id),
        ("seen_at", use => use.UsedAt),
        ("last_used_from", use => Sql.Text(use.From, ColumnSizes.Address)));

    /// <summary>Writes a batch of uses in one statement and one round trip.</summary>
    /// <remarks>Ordered by id, so that two nodes that write the same tokens do not wait for each other.</remarks>
    public static Task WriteLastUsedAsync(
        this Database database, string table, IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) =>
        database.WriteLastUsedAsync(table, "seen_at = used.seen_at", Times, uses, cancellationToken);

    /// <summary>The same with the addresses; one that is not known leaves the one before.</summary>
    public static Task WriteLastUsedFromAsync(
        this Database database, string table, IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) =>
        database.WriteLastUsedAsync(
            table,
            $"seen_at = used.seen_at, last_used_from = COALESCE(used.last_used_from, {table}.last_used_from)",
            TimesAndSources,
            uses,
            cancellationToken);

    private static Task<long?> WriteLastUsedAsync(
        this Database database,
        string table,
        string changes,
        RowSet<LastUse> set,
        IReadOnlyList<LastUse> uses,
        CancellationToken cancellationToken)
    {
        var (rows, parameters) = set.Of([.. uses.OrderBy(use => use.Id)]);
        var statement = $"""
            UPDATE {table} SET {changes} FROM ({rows}) AS used
            WHERE used.id = {table}.id AND ({table}.seen_at IS NULL OR {table}.seen_at < used.seen_at);
            """;
        return database.WriteAsync(statement, parameters, Repetition.Safe, cancellationToken);
    }
}
