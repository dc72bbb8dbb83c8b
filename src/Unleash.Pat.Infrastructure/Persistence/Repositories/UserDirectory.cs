using System.Data;
using Dapper;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class UserDirectory(Database database) : IUserDirectory
{
    private const string SelectOfType = $"""
        SELECT {UserRow.Columns} FROM users AS account WHERE account.account_type = @AccountType ORDER BY account.id
        """;

    private const string CountOfType = "SELECT COUNT(*) FROM users WHERE account_type = @AccountType";

    private const string Search = $"""
        SELECT {UserRow.Columns} FROM users AS account
        WHERE account.account_type = @AccountType
            AND account.search_key LIKE @Pattern ESCAPE '\'
        ORDER BY account.id
        """;

    public Task<UserPage> GetPageAsync(string accountType, int limit, int offset, CancellationToken cancellationToken)
    {
        var parameters = Parameters(accountType, limit, offset);
        return database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<UserRow>(new CommandDefinition(
                    database.Dialect.Page(SelectOfType), parameters, cancellationToken: cancellationToken));
                var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                    CountOfType, parameters, cancellationToken: cancellationToken));
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

        var parameters = Parameters(AccountType.User, limit, offset: 0);
        parameters.Add("Pattern", Sql.Text($"%{Escape(part)}%", PatternLength));
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UserRow>(new CommandDefinition(
                database.Dialect.Page(Search), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    // Every character escaped, and one % at either end.
    private const int PatternLength = (2 * SearchKey.MaxPartLength) + 2;

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal);

    private static DynamicParameters Parameters(string accountType, int limit, int offset)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AccountType", Sql.Text(accountType, ColumnSizes.AccountType));
        parameters.Add("Limit", limit, DbType.Int32);
        parameters.Add("Offset", offset, DbType.Int32);
        return parameters;
    }
}
