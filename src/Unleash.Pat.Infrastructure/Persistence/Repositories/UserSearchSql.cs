namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The statements that search accounts, and compare <c>@Part</c> with their search keys.</summary>
internal static class UserSearchSql
{
    /// <summary>Reads the keys of all accounts of a kind, until a page of them is found; only those are then read whole.</summary>
    public static string Scan(ISqlDialect dialect) => UserPageSql.Of(dialect.Page(
        $"SELECT account.id FROM users AS account {Matching(dialect)} ORDER BY account.id"));

    /// <summary>Reads the keys of the first accounts of a kind.</summary>
    public static string ScanFirst(ISqlDialect dialect) =>
        dialect.Page($"SELECT {UserRow.Columns} FROM users AS account {Matching(dialect)} AND account.id <= @LastScanned ORDER BY account.id");

    /// <summary>Reads the keys of the accounts that an index names.</summary>
    public static string Find(ISqlDialect dialect, PartIndex index) => dialect.Page($"""
        SELECT {UserRow.Columns} FROM ({index.Accounts}) AS found JOIN users AS account ON account.id = found.id
        {Matching(dialect)} ORDER BY found.id
        """);

    private static string Matching(ISqlDialect dialect) =>
        $"WHERE account.account_type = @AccountType AND {dialect.Contains("account.search_key", "@Part")}";
}
