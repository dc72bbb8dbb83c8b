using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class PatRepository(Database database) : IPatRepository
{
    private const string SelectAll = $"SELECT {PatRow.Columns} FROM personal_access_tokens AS token WHERE token.user_id = @UserId ORDER BY token.id";

    private const string SelectAllOfType = $"""
        SELECT {PatRow.Columns} FROM personal_access_tokens AS token
        WHERE token.user_id IN (SELECT account.id FROM users AS account WHERE account.account_type = @AccountType)
        ORDER BY token.id
        """;

    private const string SelectOne = $"""
        SELECT {PatRow.Columns} FROM personal_access_tokens AS token WHERE token.id = @Id AND token.user_id = @UserId
        """;

    // One round trip: the event takes the token from its row. Of two callers that delete one token at once, the one that
    // locks the row first records it, and the other finds no row.
    private static string Delete(ISqlDialect dialect) => $$"""
        {{dialect.Lock("UPDATE personal_access_tokens SET slot = slot WHERE id = @Id AND user_id = @UserId;")}}
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        SELECT @EventType, @EventBy, @EventByUserId, @EventAt,
            CONCAT('{"id":', token.id, ',"description":', {{dialect.JsonText("token.description")}},
                ',"expiresAt":"', {{dialect.InstantText("token.expires_at")}}, '","selector":"', secret.selector, '",', @EventData),
            @EventPreData
        FROM personal_access_tokens AS token JOIN pat_secrets AS secret ON secret.token_id = token.id AND secret.valid_until IS NULL
        WHERE token.id = @Id AND token.user_id = @UserId;
        DELETE FROM personal_access_tokens WHERE id = @Id AND user_id = @UserId;
        {{RevocationSql.InsertWhereChanged(dialect)}}
        SELECT {{dialect.RowsChanged}};
        """;

    public Task<IReadOnlyList<PersonalAccessToken>> GetAllAsync(long userId, CancellationToken cancellationToken) =>
        GetAllAsync(SelectAll, new { UserId = userId }, cancellationToken);

    public Task<IReadOnlyList<PersonalAccessToken>> GetAllOfTypeAsync(
        AccountType type, CancellationToken cancellationToken) =>
        GetAllAsync(
            SelectAllOfType, new { AccountType = Sql.AccountType(type) }, cancellationToken);

    public async Task<PersonalAccessToken?> FindAsync(long userId, long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PatRow>(
                new CommandDefinition(SelectOne, new { UserId = userId, Id = id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return row?.ToToken();
    }

    public Task<bool> DeleteAsync(long userId, long id, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = EventSql.ParametersWithoutRow(audit.With(RevokedPatEventData.Of(userId, audit)));
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("UserId", userId, DbType.Int64);
        parameters.AddRevocation(RevokedSubject.Pat, id, audit.CreatedAt);
        return database.RevokeAsync<bool>(Delete(database.Dialect), parameters, Repetition.Unsafe, cancellationToken);
    }

    private async Task<IReadOnlyList<PersonalAccessToken>> GetAllAsync(
        string select, object parameters, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<PatRow>(
                new CommandDefinition(select, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToToken())];
    }

    private static DbString SearchKeyOf(TokenDescription description) =>
        Sql.Text(SearchKey.Of(description.Value), SearchKey.MaxPartLength);

    private static BinaryParameter DescriptionKey(TokenDescription description) =>
        Sql.VariableBytes(description.ToKey(), TokenDescription.MaxUtf8Bytes);
}
