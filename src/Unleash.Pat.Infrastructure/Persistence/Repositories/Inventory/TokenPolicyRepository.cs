using Dapper;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

internal sealed class TokenPolicyRepository(Database database) : ITokenPolicyRepository
{
    public async Task<RefusedTokens> FindRefusedAsync(
        TokenPolicy policy, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var rules = PolicyConditions.Broken(database.Dialect, policy);
        if (rules.Count == 0)
        {
            return new RefusedTokens(0, [], 0);
        }

        var parameters = new InventoryParameters(database.Dialect, new InventoryCriteria(new InventoryFilter(), policy, now));
        var statement = Select(database.Dialect, string.Join(" OR ", rules.Select(TokenFilterSql.Matching)));
        var rows = (await database.SearchAsync(
            (connection, token) => connection.QueryAsync<Row>(parameters.Command(statement, token, limit)), cancellationToken)).AsList();
        return new RefusedTokens(
            rows.FirstOrDefault()?.Total ?? 0, [.. rows.Select(row => row.ToAccount())], rows.FirstOrDefault()?.AccountsTotal ?? 0);
    }

    // Grouped without the index by account, in whose order the rows of the tokens would be read one by one.
    private static string Select(ISqlDialect dialect, string broken)
    {
        var account = dialect.Unindexed("token.user_id");
        var most = dialect.First(
            $"""
            SELECT held.user_id AS user_id, held.tokens AS tokens, SUM(held.tokens) OVER () AS total, {dialect.CountRows} OVER () AS accounts
            FROM (
                SELECT {account} AS user_id, {dialect.CountRows} AS tokens FROM personal_access_tokens AS token
                WHERE {broken} GROUP BY {account}
            ) AS held
            ORDER BY held.tokens DESC, held.user_id
            """,
            "@Limit");
        return $"""
            SELECT account.id AS {nameof(Row.Id)}, account.username AS {nameof(Row.Username)}, account.name AS {nameof(Row.Name)},
                account.email AS {nameof(Row.Email)}, account.account_type AS {nameof(Row.AccountType)}, account.enabled AS {nameof(Row.Enabled)},
                most.tokens AS {nameof(Row.Tokens)}, most.total AS {nameof(Row.Total)}, most.accounts AS {nameof(Row.AccountsTotal)}
            FROM ({most}) AS most JOIN users AS account ON account.id = most.user_id
            ORDER BY most.tokens DESC, account.id
            """;
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string? Username { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }

        public string AccountType { get; init; } = "";

        public int Enabled { get; init; }

        public long Tokens { get; init; }

        public long Total { get; init; }

        public long AccountsTotal { get; init; }

        public AccountWithRefusedTokens ToAccount() =>
            new(new AccountSummary(Id, Username, Name, Email, AccountTypeName.Parse(AccountType), Enabled != 0), Tokens);
    }
}
