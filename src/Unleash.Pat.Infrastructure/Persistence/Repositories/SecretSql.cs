namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The statements that read or write the index of selectors.</summary>
internal static class SecretSql
{
    private const string OwnColumns = "selector, verifier, token_id, number, created_at";

    /// <summary>The columns of a new secret.</summary>
    public static string Columns(ISqlDialect dialect) => dialect.IndexesLater ? $"{OwnColumns}, unindexed" : OwnColumns;

    /// <summary>Their values: of <c>@Selector</c> and <c>@Verifier</c>, and expressions for the others.</summary>
    public static string Values(ISqlDialect dialect, string tokenId, string number, string createdAt) =>
        $"@Selector, @Verifier, {tokenId}, {number}, {createdAt}{(dialect.IndexesLater ? ", 1" : "")}";

    /// <summary>A query of the secret whose selector is <c>@Selector</c>: its token, verifier and end.</summary>
    /// <remarks>
    /// On an engine that indexes later it reads both indexes. Each has the conditions of one range, so no value that somebody
    /// writes into the column hides a secret.
    /// </remarks>
    public static string Find(ISqlDialect dialect) => dialect.IndexesLater
        ? $"{Where("unindexed IS NOT NULL AND ")} UNION ALL {Where("unindexed IS NULL AND ")}"
        : Where("");

    /// <summary>The statement that moves <c>@Limit</c> new secrets to the index of all others, in its order.</summary>
    public static string Index(ISqlDialect dialect)
    {
        var next = dialect.First("SELECT token_id, number FROM pat_secrets WHERE unindexed IS NOT NULL ORDER BY selector", "@Limit");
        return $"UPDATE pat_secrets SET unindexed = NULL WHERE (token_id, number) IN (SELECT next.token_id, next.number FROM ({next}) AS next);";
    }

    private static string Where(string index) => $"SELECT token_id, verifier, valid_until FROM pat_secrets WHERE {index}selector = @Selector";
}
