using Dapper;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class PatRepository(Database database) : IPatRepository
{
    private const string SelectAll = $"SELECT {PatRow.Columns} FROM personal_access_tokens AS token WHERE token.user_id = @UserId";

    private const string SelectAllOfType = $"""
        SELECT {PatRow.Columns} FROM personal_access_tokens AS token
        WHERE token.user_id IN (SELECT account.id FROM users AS account WHERE account.account_type = @AccountType)
        ORDER BY token.id
        """;

    private const string SelectOne = $"""
        SELECT {PatRow.Columns} FROM personal_access_tokens AS token WHERE token.id = @Id AND token.user_id = @UserId
        """;

    public Task<IReadOnlyList<PersonalAccessToken>> GetAllAsync(long userId, CancellationToken cancellationToken) =>
        PatReader.ReadAsync(database, SelectAll, userId, cancellationToken);

    public async Task<IReadOnlyList<PersonalAccessToken>> GetAllOfTypeAsync(AccountType type, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<PatRow>(
                new CommandDefinition(SelectAllOfType, new { AccountType = Sql.AccountType(type) }, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToToken())];
    }

    public async Task<PersonalAccessToken?> FindAsync(long userId, long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PatRow>(
                new CommandDefinition(SelectOne, new { UserId = userId, Id = id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return row?.ToToken();
    }

    public async Task<int> IndexSecretsAsync(int count, CancellationToken cancellationToken)
    {
        if (!database.Dialect.IndexesLater)
        {
            return 0;
        }

        var parameters = new DynamicParameters();
        parameters.Add("Limit", count, System.Data.DbType.Int32);
        return await database.WriteAsync(
            transaction => transaction.ExecuteAsync(SecretSql.Index(database.Dialect), parameters, cancellationToken), cancellationToken);
    }

    internal static DbString SearchKeyOf(TokenDescription description) =>
        Sql.Text(SearchKey.Of(description.Value), SearchKey.MaxPartLength);

    internal static BinaryParameter DescriptionKey(TokenDescription description) =>
        Sql.VariableBytes(description.ToKey(), TokenDescription.MaxUtf8Bytes);
}
