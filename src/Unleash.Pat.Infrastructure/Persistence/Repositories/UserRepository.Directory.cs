using System.Data;
using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Lists accounts.</summary>
internal sealed partial class UserRepository
{
    private const string SelectOfType = $"""
        SELECT {UserRow.Columns} FROM users AS account WHERE account.account_type = @AccountType ORDER BY account.id
        """;

    public async Task<IReadOnlyList<User>> GetAllOfTypeAsync(AccountType type, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UserRow>(new CommandDefinition(
                SelectOfType, new { AccountType = Sql.AccountType(type) }, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    public Task<UserPage> GetPageAsync(AccountType type, int limit, int offset, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var count = await connection.QuerySingleAsync<UserCount>(new CommandDefinition(
                    UserPageSql.Count(database.Dialect), TypeParameters(type), cancellationToken: cancellationToken));
                var rows = await ReadPageAsync(connection, type, count, limit, offset, cancellationToken);
                return new UserPage([.. rows.Select(row => row.ToUser())], count.Total);
            },
            cancellationToken);

    private async Task<IEnumerable<UserRow>> ReadPageAsync(
        DbConnection connection, AccountType type, UserCount count, int limit, int offset, CancellationToken cancellationToken)
    {
        var end = Math.Min((long)offset + limit, count.Total);
        if (end <= offset)
        {
            return [];
        }

        var parameters = TypeParameters(type);
        var isFromEnd = count.Total - end < offset;
        parameters.AddPage((int)(end - offset), isFromEnd ? (int)(count.Total - end) : offset);
        if (isFromEnd)
        {
            parameters.Add("LastId", count.LastId, DbType.Int64);
        }

        return await connection.QueryAsync<UserRow>(new CommandDefinition(
            isFromEnd ? UserPageSql.FromEnd(database.Dialect) : UserPageSql.FromStart(database.Dialect),
            parameters,
            cancellationToken: cancellationToken));
    }

    private static DynamicParameters TypeParameters(AccountType type)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AccountType", Sql.AccountType(type));
        return parameters;
    }
}
