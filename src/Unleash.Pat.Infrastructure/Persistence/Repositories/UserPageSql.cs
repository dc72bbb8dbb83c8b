namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The statements that list accounts of a kind.</summary>
/// <remarks>
/// The ids of a page come from an index alone, counted from the nearer end; only the page's own accounts are then read whole.
/// </remarks>
internal static class UserPageSql
{
    private const string Ids = "SELECT id FROM users WHERE account_type = @AccountType";

    /// <summary>Up to which account the pages go: one that is created while they are read must not move those from the end.</summary>
    private const string UpToLast = "AND id <= @LastId";

    /// <summary>A page from the first account on.</summary>
    public static string FromStart(ISqlDialect dialect) => Of(dialect.Page($"{Ids} ORDER BY id"));

    /// <summary>A page from the last account on, backwards; its accounts are in the order of their ids all the same.</summary>
    public static string FromEnd(ISqlDialect dialect) => Of(dialect.Page($"{Ids} {UpToLast} ORDER BY id DESC"));

    /// <summary>The accounts of a query of ids, by id.</summary>
    public static string Of(string ids) => $"""
        SELECT {UserRow.Columns} FROM ({ids}) AS page JOIN users AS account ON account.id = page.id ORDER BY account.id
        """;

    /// <summary>The number of accounts of a kind, and the last one's id.</summary>
    /// <remarks>
    /// All accounts but those of other kinds, because SQLite counts the whole of an index without reading its entries, and
    /// most accounts are users.
    /// </remarks>
    public static string Count(ISqlDialect dialect) => $"""
        SELECT (SELECT {dialect.CountRows} FROM users)
                - (SELECT {dialect.CountRows} FROM users WHERE account_type < @AccountType)
                - (SELECT {dialect.CountRows} FROM users WHERE account_type > @AccountType) AS {nameof(UserCount.Total)},
            (SELECT MAX(id) FROM users WHERE account_type = @AccountType) AS {nameof(UserCount.LastId)}
        """;
}

/// <summary>How many accounts of a kind there are.</summary>
internal sealed class UserCount
{
    public long Total { get; init; }

    /// <summary>The last one's id; <see langword="null"/> where there is none.</summary>
    public long? LastId { get; init; }
}
