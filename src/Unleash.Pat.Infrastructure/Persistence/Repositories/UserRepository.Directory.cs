using System.Data;
using Dapper;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Lists and searches.</summary>
internal sealed partial class UserRepository
{
    private const string SelectOfType = $"""
        SELECT {UserRow.Columns} FROM users AS account WHERE account.account_type = @AccountType ORDER BY account.id
        """;

    public Task<UserPage> GetPageAsync(AccountType type, int limit, int offset, CancellationToken cancellationToken)
    {
        var parameters = PageParameters(type, limit, offset);
        return database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<UserRow>(new CommandDefinition(
                    database.Dialect.Page(SelectOfType), parameters, cancellationToken: cancellationToken));
                var total = await connection.QuerySingleAsync<long>(new CommandDefinition(
                    CountOfType(database.Dialect), parameters, cancellationToken: cancellationToken));
                return new UserPage([.. rows.Select(row => row.ToUser())], total);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<User>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (SearchKey.PartOf(text) is not { } part)
        {
            return [];
        }

        var parameters = PageParameters(AccountType.User, limit, offset: 0);
        parameters.Add("Part", Sql.Text(part, SearchKey.MaxPartLength));
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UserRow>(new CommandDefinition(
                database.Dialect.Page(Search(database.Dialect)), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    private static string CountOfType(ISqlDialect dialect) =>
        $"SELECT {dialect.CountRows} FROM users WHERE account_type = @AccountType";

    private static string Search(ISqlDialect dialect) => $"""
        SELECT {UserRow.Columns} FROM users AS account
        WHERE account.account_type = @AccountType AND {dialect.Contains("account.search_key", "@Part")}
        ORDER BY account.id
        """;

    private static DynamicParameters PageParameters(AccountType type, int limit, int offset)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AccountType", Sql.AccountType(type));
        parameters.Add("Limit", limit, DbType.Int32);
        parameters.Add("Offset", offset, DbType.Int32);
        return parameters;
    }
}
