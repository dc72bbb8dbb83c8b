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
    private const string Columns = $"""
        id AS {nameof(PatRow.Id)}, user_id AS {nameof(PatRow.UserId)}, description AS {nameof(PatRow.Description)},
        selector AS {nameof(PatRow.Selector)}, created_at AS {nameof(PatRow.CreatedAt)},
        expires_at AS {nameof(PatRow.ExpiresAt)}, seen_at AS {nameof(PatRow.SeenAt)}
        """;

    private const string SelectAll = $"SELECT {Columns} FROM personal_access_tokens WHERE user_id = @UserId ORDER BY id";

    private const string SelectAllOfType = $"""
        SELECT {Columns} FROM personal_access_tokens
        WHERE user_id IN (SELECT account.id FROM users AS account WHERE account.account_type = @AccountType)
        ORDER BY id
        """;

    private const string SelectOne = $"SELECT {Columns} FROM personal_access_tokens WHERE id = @Id AND user_id = @UserId";

    // Of two callers that delete one token at once, one changes a row and records it.
    private static string Delete(ISqlDialect dialect) => $"""
        DELETE FROM personal_access_tokens WHERE id = @Id AND user_id = @UserId;
        {EventSql.InsertWhereChanged(dialect)}
        {RevocationSql.InsertWhereChanged(dialect)}
        SELECT {dialect.RowsChanged};
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

    public Task<bool> DeleteAsync(PersonalAccessToken pat, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync<bool>(
            Delete(database.Dialect), DeleteParameters(pat, audit), Repetition.Unsafe, cancellationToken);

    private static DynamicParameters DeleteParameters(PersonalAccessToken pat, AuditStamp audit)
    {
        var parameters = EventSql.Parameters(audit.With(PatEventData.From(pat, audit)));
        parameters.Add("Id", pat.Id, DbType.Int64);
        parameters.Add("UserId", pat.UserId, DbType.Int64);
        parameters.AddRevocation(RevokedSubject.Pat, pat.Id, audit.CreatedAt);
        return parameters;
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

    private sealed class PatRow
    {
        public long Id { get; init; }

        public long UserId { get; init; }

        public string Description { get; init; } = "";

        public string Selector { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public DateTimeOffset? SeenAt { get; init; }

        public PersonalAccessToken ToToken() => new(
            Id, UserId, TokenDescription.FromStored(Description), Selector, CreatedAt, ExpiresAt, SeenAt);
    }
}
