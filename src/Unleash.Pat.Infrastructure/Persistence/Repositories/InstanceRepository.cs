using Dapper;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class InstanceRepository(Database database) : IInstanceRepository
{
    // A literal, because no engine uses the index of administrators for a parameter.
    private const string IsAdministrator = "account.root_role = 1";

    private const string SelectId = "SELECT value FROM database_identity WHERE id = 1";

    private const string SelectAdministrators = $"""
        SELECT {UserRow.Columns} FROM users AS account
        WHERE {IsAdministrator} AND account.account_type = @UserType AND account.enabled = 1 ORDER BY account.id
        """;

    public Task<string> GetIdAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<string>(new CommandDefinition(SelectId, cancellationToken: cancellationToken)),
        cancellationToken);

    public Task<AccountCounts> CountAccountsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = Types();
        foreach (var days in new[] { 7, 30, 60, 90 })
        {
            parameters.Add($"Last{days}", now.AddDays(-days));
        }

        return database.ReadAsync(
            async connection =>
            {
                var row = await connection.QuerySingleAsync<AccountRow>(
                    new CommandDefinition(CountAccounts(database.Dialect), parameters, cancellationToken: cancellationToken));
                return new AccountCounts(
                    row.Users, row.Services, new ActiveUsers(row.Last7, row.Last30, row.Last60, row.Last90));
            },
            cancellationToken);
    }

    public Task<AdministratorCounts> CountAdministratorsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QuerySingleAsync<AdministratorRow>(
                new CommandDefinition(CountAdministrators(database.Dialect), Types(), cancellationToken: cancellationToken));
            return new AdministratorCounts(row.WithPassword, row.Users - row.WithPassword, row.Services);
        },
        cancellationToken);

    public async Task<IReadOnlyList<User>> GetAdministratorsAsync(int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserType", Sql.AccountType(AccountType.User));
        parameters.AddPage(limit, offset: 0);
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UserRow>(new CommandDefinition(
                database.Dialect.Page(SelectAdministrators), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    private static string CountAccounts(ISqlDialect dialect)
    {
        return $"""
            SELECT ({Users("@UserType")}) AS {nameof(AccountRow.Users)}, ({Users("@ServiceType")}) AS {nameof(AccountRow.Services)},
                ({Since(nameof(AccountRow.Last7))}) AS {nameof(AccountRow.Last7)},
                ({Since(nameof(AccountRow.Last30))}) AS {nameof(AccountRow.Last30)},
                ({Since(nameof(AccountRow.Last60))}) AS {nameof(AccountRow.Last60)},
                ({Since(nameof(AccountRow.Last90))}) AS {nameof(AccountRow.Last90)}
            """;

        string Users(string type) => $"SELECT {dialect.CountRows} FROM users WHERE account_type = {type}";

        string Since(string instant) => $"{Users("@UserType")} AND seen_at >= @{instant}";
    }

    private static string CountAdministrators(ISqlDialect dialect)
    {
        return $"""
            SELECT ({Of("@UserType")}) AS {nameof(AdministratorRow.Users)},
                ({Of("@UserType")} AND account.password_hash IS NOT NULL) AS {nameof(AdministratorRow.WithPassword)},
                ({Of("@ServiceType")}) AS {nameof(AdministratorRow.Services)}
            """;

        string Of(string type) =>
            $"SELECT {dialect.CountRows} FROM users AS account WHERE {IsAdministrator} AND account.account_type = {type}";
    }

    private static DynamicParameters Types()
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserType", Sql.AccountType(AccountType.User));
        parameters.Add("ServiceType", Sql.AccountType(AccountType.ServiceAccount));
        return parameters;
    }

    private sealed class AccountRow
    {
        public long Users { get; init; }

        public long Services { get; init; }

        public long Last7 { get; init; }

        public long Last30 { get; init; }

        public long Last60 { get; init; }

        public long Last90 { get; init; }
    }

    private sealed class AdministratorRow
    {
        public long Users { get; init; }

        public long WithPassword { get; init; }

        public long Services { get; init; }
    }
}
