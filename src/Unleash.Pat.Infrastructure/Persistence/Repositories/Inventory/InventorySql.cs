namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>The statements that list, count and find tokens of all accounts.</summary>
internal static class InventorySql
{
    public const string SelectOne = $"""
        SELECT {InventoryRow.AllColumns}
        FROM personal_access_tokens AS token JOIN users AS account ON account.id = token.user_id WHERE token.id = @Id
        """;

    /// <summary>
    /// The tokens among the first <c>@Entries</c> of a range that pass; and the last of them in any case, which says where
    /// the next ones begin, unless the range ends before.
    /// </summary>
    public static string Window(ISqlDialect dialect, InventoryOrderSql order, string range, TokenFilterSql filter)
    {
        var position = InventoryOrderSql.IsOwnEntry(range) ? $" AND {order.WithinAfter}" : "";
        var passes = $"token.id IS NOT NULL{position}{(filter.OfRow is { } condition ? $" AND {condition}" : "")}";
        return dialect.First(
            $"""
            SELECT {InventoryRow.AllColumns}, win.id AS {nameof(InventoryRow.EntryId)}, win.sort_key AS {order.KeyName},
                win.place AS {nameof(InventoryRow.Place)}, CASE WHEN {passes} THEN 1 ELSE 0 END AS {nameof(InventoryRow.Matches)}
            FROM ({order.Entries(range)}) AS win {order.JoinEntries}
            WHERE ({passes}) OR win.place = @Entries
            ORDER BY win.place, {nameof(InventoryRow.Matches)} DESC, {order.WithinEntry}
            """,
            "@Limit");
    }

    /// <summary>The first <c>@Limit</c> tokens after a position, found by the index of the filter.</summary>
    public static string Search(
        ISqlDialect dialect, InventoryOrderSql order, TokenFilterSql filter, Application.Inventory.InventoryPosition? after)
    {
        var found = filter.Alternatives().Select(list =>
            $"SELECT found.id AS id, found.sort_key AS sort_key, found.owner_id AS owner_id FROM ({order.FirstTokens(list.Where, list.HasIndex, after)}) AS found");
        var page = dialect.First(
            $"SELECT merged.id AS id, merged.sort_key AS sort_key, merged.owner_id AS owner_id FROM ({string.Join(" UNION ALL ", found)}) AS merged ORDER BY {order.OrderOf("merged")}",
            "@Limit");
        return $"""
            SELECT {InventoryRow.AllColumns}, page.sort_key AS {order.KeyName}, 1 AS {nameof(InventoryRow.Matches)}
            FROM ({page}) AS page CROSS JOIN personal_access_tokens AS token CROSS JOIN users AS account
            WHERE token.id = page.id AND account.id = token.user_id
            ORDER BY {order.OrderOf("page")}
            """;
    }

    /// <summary>The number of tokens that pass.</summary>
    public static string Count(ISqlDialect dialect, TokenFilterSql filter)
    {
        var terms = filter.Counted().Select(term =>
            $"{(term.Sign < 0 ? "-" : "+")} (SELECT {dialect.CountRows} FROM personal_access_tokens AS token{term.Where})");
        return $"SELECT 0 {string.Join(' ', terms)} AS total";
    }

    /// <summary>The ids of all tokens that pass.</summary>
    public static string Ids(TokenFilterSql filter) => string.Join(
        " UNION ALL ", filter.Alternatives().Select(list => $"SELECT token.id AS id FROM personal_access_tokens AS token{list.Where}"));
}
