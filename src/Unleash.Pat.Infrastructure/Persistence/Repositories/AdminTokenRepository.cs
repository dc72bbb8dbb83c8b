using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class AdminTokenRepository(Database database) : IAdminTokenRepository
{
    private const string SelectAll = $"{AdminTokenRow.Select} ORDER BY token.id";

    private const string SelectOne = $"{AdminTokenRow.Select} WHERE token.id = @Id";

    private const string IsFit = """
        SELECT CASE WHEN EXISTS (SELECT 1 FROM users WHERE id = @UserId AND root_role = @AdminRole AND enabled = 1) THEN 1 ELSE 0 END
        """;

    private const string Insert = """
        INSERT INTO admin_tokens (name, selector, verifier, created_at, expires_at, created_by_user_id)
        VALUES (@Name, @Selector, @Verifier, @CreatedAt, @ExpiresAt, @CreatedByUserId)
        """;

    private const string SetCreator = "UPDATE admin_tokens SET created_by_user_id = @UserId WHERE id = @Id";

    public async Task<WriteResult<AdminToken>> CreateAsync(
        NewAdminToken token, AuditStamp audit, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                transaction => InsertAsync(transaction, token, audit, cancellationToken), cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return new(WriteStatus.NameTaken);
        }
    }

    public async Task<IReadOnlyList<AdminToken>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<AdminTokenRow>(
                new CommandDefinition(SelectAll, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToToken())];
    }

    public Task<AdminToken?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<AdminTokenRow>(
                    new CommandDefinition(SelectOne, new { Id = id }, cancellationToken: cancellationToken));
                return row?.ToToken();
            },
            cancellationToken);

    public Task<WriteResult<AdminToken>> TakeOverAsync(
        long id, long userId, AuditStamp audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => TakeOverAsync(transaction, id, userId, audit, cancellationToken), cancellationToken);

    public Task DeleteAsync(long id, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var token = await FindAsync(transaction, id, cancellationToken);
                return token is not null && await transaction.DeleteAdminTokenAsync(token, audit, cancellationToken);
            },
            cancellationToken);

    private async Task<WriteResult<AdminToken>> InsertAsync(
        WriteTransaction transaction, NewAdminToken token, AuditStamp audit, CancellationToken cancellationToken)
    {
        if (token.CreatedByUserId is { } creator && !await LockFitCreatorAsync(transaction, creator, cancellationToken))
        {
            return new(WriteStatus.OwnerUnfit);
        }

        var id = await transaction.QuerySingleAsync<long>(
            database.Dialect.ReturningId(Insert), Parameters(token), cancellationToken);
        await transaction.TakeTokenNameAsync(id, token.Name, cancellationToken);
        var stored = await FindAsync(transaction, id, cancellationToken);
        await transaction.RecordAsync(audit.With(AdminTokenEventData.From(stored!)), cancellationToken);
        return new(WriteStatus.Done, stored);
    }

    private static async Task<WriteResult<AdminToken>> TakeOverAsync(
        WriteTransaction transaction,
        long id,
        long userId,
        AuditStamp audit,
        CancellationToken cancellationToken)
    {
        if (!await LockFitCreatorAsync(transaction, userId, cancellationToken))
        {
            return new(WriteStatus.OwnerUnfit);
        }

        var before = await FindAsync(transaction, id, cancellationToken);
        if (before?.CreatedBy?.Id == userId)
        {
            return new(WriteStatus.Done, before);
        }

        if (before is null
            || await transaction.ExecuteAsync(SetCreator, new { Id = id, UserId = userId }, cancellationToken) == 0)
        {
            return new(WriteStatus.NotFound);
        }

        var after = await FindAsync(transaction, id, cancellationToken);
        await transaction.RecordAsync(
            audit.With(AdminTokenEventData.From(after!), AdminTokenEventData.From(before)), cancellationToken);
        await transaction.RevokeAsync(RevokedSubject.AdminToken, id, audit.CreatedAt, cancellationToken);
        return new(WriteStatus.Done, after);
    }

    // Whether the account may answer for a token. The lock keeps it so until the transaction ends.
    private static async Task<bool> LockFitCreatorAsync(
        WriteTransaction transaction, long userId, CancellationToken cancellationToken)
    {
        await transaction.AcquireAdminLockAsync(cancellationToken);
        var parameters = new { UserId = userId, AdminRole = RootRole.Admin.Id };
        return await transaction.QuerySingleAsync<bool>(IsFit, parameters, cancellationToken);
    }

    private static async Task<AdminToken?> FindAsync(
        WriteTransaction transaction, long id, CancellationToken cancellationToken)
    {
        var row = await transaction.QuerySingleOrDefaultAsync<AdminTokenRow>(SelectOne, new { Id = id }, cancellationToken);
        return row?.ToToken();
    }

    private static DynamicParameters Parameters(NewAdminToken token)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Name", Sql.Text(token.Name, AdminToken.NameMaxLength));
        parameters.Add("Selector", Sql.Ascii(token.Selector, TokenSecret.SelectorLength));
        parameters.Add("Verifier", Sql.Bytes(token.Verifier, TokenSecret.VerifierLength));
        parameters.Add("CreatedAt", token.CreatedAt);
        parameters.Add("ExpiresAt", token.ExpiresAt);
        parameters.Add("CreatedByUserId", token.CreatedByUserId, System.Data.DbType.Int64);
        return parameters;
    }
}
