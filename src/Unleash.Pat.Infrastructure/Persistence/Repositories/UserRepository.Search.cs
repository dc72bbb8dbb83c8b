using System.Data;
using System.Data.Common;
using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Searches users.</summary>
internal sealed partial class UserRepository
{
    // A part that many accounts have is found this often among the first of them, and its index is not needed.
    private const long LastScanned = 20_000;

    public async Task<IReadOnlyList<User>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (SearchKey.PartOf(text) is not { } part)
        {
            return [];
        }

        var rows = await database.ReadAsync(
            connection => FindAsync(connection, part, limit, cancellationToken), cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    private async Task<IReadOnlyList<UserRow>> FindAsync(
        DbConnection connection, string part, int limit, CancellationToken cancellationToken)
    {
        var parameters = TypeParameters(AccountType.User);
        parameters.AddPage(limit, offset: 0);
        parameters.Add("Part", Sql.Text(part, SearchKey.MaxPartLength));
        if (database.Dialect.IndexOf(part) is not { } index)
        {
            return await QueryAsync(UserSearchSql.Scan(database.Dialect));
        }

        parameters.Add("Match", index.Match);
        if (index.IsForRareParts)
        {
            parameters.Add("LastScanned", LastScanned, DbType.Int64);
            var first = await QueryAsync(UserSearchSql.ScanFirst(database.Dialect));
            if (first.Count == limit)
            {
                return first;
            }
        }

        return await QueryAsync(UserSearchSql.Find(database.Dialect, index));

        async Task<IReadOnlyList<UserRow>> QueryAsync(string statement) =>
            [.. await connection.QueryAsync<UserRow>(new CommandDefinition(statement, parameters, cancellationToken: cancellationToken))];
    }
}
