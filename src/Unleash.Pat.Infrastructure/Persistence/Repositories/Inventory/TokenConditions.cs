using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>Turns a filter into conditions.</summary>
internal static class TokenConditions
{
    private const string DisabledAccounts = "SELECT disabled.id FROM users AS disabled WHERE disabled.enabled = 0";

    public static IReadOnlyList<TokenAlternatives> Of(ISqlDialect dialect, InventoryCriteria criteria)
    {
        var filter = criteria.Filter;
        var parts = new List<TokenAlternatives?>
        {
            filter.UserId is null ? null : One(Compared(dialect, "user_id", "= @UserId", 0)),
            filter.Scope is null ? null : One(Scoped),
            filter.State is { } state ? Of(dialect, state) : null,
            filter.AccountType is { } type ? Of(dialect, type) : null,
            filter.NeverExpires ? One(Compared(dialect, "expires_at", "> @Never", 3)) : null,
            filter.ExpiresBefore is null ? null : One(Compared(dialect, "expires_at", "< @ExpiresBefore", 5)),
            filter.CreatedBefore is null ? null : One(Compared(dialect, "created_at", "< @CreatedBefore", 6)),
            filter.UnusedSince is null ? null : Unused(dialect, "@UnusedSince"),
            filter.Unrestricted ? Unrestricted : null,
            filter.Query is null ? null : Containing(dialect, filter.Query),
            filter.ViolatesPolicy ? Violating(dialect, criteria) : null,
        };
        return [.. parts.OfType<TokenAlternatives>()];
    }

    /// <summary>Not used since: never used counts from creation.</summary>
    public static TokenAlternatives Unused(ISqlDialect dialect, string since) => TokenAlternatives.Of(
        [Compared(dialect, "seen_at", $"< {since}", 7)],
        [TokenCondition.Of("token.seen_at IS NULL"), Compared(dialect, "created_at", $"< {since}", 7)]);

    private static TokenCondition Scoped { get; } = new(
        "token.id IN (SELECT granted.token_id FROM pat_scopes AS granted WHERE granted.scope = @Scope)",
        4,
        "EXISTS (SELECT 1 FROM pat_scopes AS granted WHERE granted.scope = @Scope AND granted.token_id = token.id)");

    private static TokenAlternatives Unrestricted { get; } = TokenAlternatives.AllBut(
        [TokenCondition.Of("token.scopes IS NULL")], [new TokenCondition("token.scopes IS NOT NULL", 2, "token.scopes IS NOT NULL")]);

    private static TokenAlternatives One(TokenCondition condition) => TokenAlternatives.Of([condition]);

    private static TokenCondition Compared(ISqlDialect dialect, string column, string comparison, int rank) =>
        new($"token.{column} {comparison}", rank, $"{dialect.Unindexed($"token.{column}")} {comparison}") { Column = column };

    private static TokenAlternatives Of(ISqlDialect dialect, TokenState state)
    {
        var off = Compared(dialect, "enabled", "= 0", 2);
        var on = TokenCondition.Of($"{dialect.Unindexed("token.enabled")} = 1");
        var ofDisabled = new TokenCondition(
            $"token.user_id IN ({DisabledAccounts})", 2, $"{dialect.Unindexed("token.user_id")} IN ({DisabledAccounts})");
        var ofOthers = TokenCondition.Of($"{dialect.Unindexed("token.user_id")} NOT IN ({DisabledAccounts})");
        var unexpired = Compared(dialect, "expires_at", "> @Now", TokenCondition.MostTokens);
        return state switch
        {
            TokenState.Expired => One(Compared(dialect, "expires_at", "<= @Now", 5)),
            TokenState.Disabled => TokenAlternatives.Of([off], [on, ofDisabled]),
            _ => new TokenAlternatives(
                [[unexpired with { Rank = TokenCondition.NoIndex }, on, ofOthers]],
                [(1, [unexpired]), (-1, [unexpired, off]), (-1, [unexpired, on, ofDisabled])]),
        };
    }

    private static TokenAlternatives Of(ISqlDialect dialect, AccountType type)
    {
        // Most accounts are users.
        return type == AccountType.User
            ? TokenAlternatives.AllBut([Typed("=", TokenCondition.NoIndex)], [Typed("<", 4)], [Typed(">", 4)])
            : One(Typed("=", 4));

        TokenCondition Typed(string comparison, int rank) => new(
            $"token.user_id IN (SELECT typed.id FROM users AS typed WHERE typed.account_type {comparison} @AccountType)",
            rank,
            $"EXISTS (SELECT 1 FROM users AS typed WHERE typed.id = token.user_id AND {dialect.Unindexed("typed.account_type")} {comparison} @AccountType)");
    }

    // Names have an index on some engines; descriptions have none, and are read until enough are found.
    private static TokenAlternatives Containing(ISqlDialect dialect, string query)
    {
        var described = dialect.Contains("token.search_key", "@Part");
        var named = dialect.Contains("named.search_key", "@Part");
        var accounts = InventoryParameters.IndexOf(dialect, query) is { } index
            ? $"SELECT named.id FROM ({index.Accounts}) AS found CROSS JOIN users AS named WHERE named.id = found.id AND {named}"
            : $"SELECT named.id FROM users AS named WHERE {named}";
        var ofAccount = new TokenCondition(
            $"token.user_id IN ({accounts})",
            2,
            $"EXISTS (SELECT 1 FROM users AS named WHERE named.id = token.user_id AND {named})");
        return TokenAlternatives.Of(
            [TokenCondition.Of(described)],
            [ofAccount, TokenCondition.Of($"(token.search_key IS NULL OR NOT {described})")]);
    }

    private static TokenAlternatives Violating(ISqlDialect dialect, InventoryCriteria criteria) =>
        PolicyConditions.Broken(dialect, criteria.Policy) switch
        {
            [] => One(TokenCondition.Of("token.id < 0")),
            [var only] => only,
            var rules => One(TokenCondition.Of($"({string.Join(" OR ", rules.Select(TokenFilterSql.Matching))})")),
        };
}
