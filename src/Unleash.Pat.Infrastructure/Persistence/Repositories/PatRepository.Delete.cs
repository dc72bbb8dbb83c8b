using System.Data;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Revokes tokens.</summary>
internal sealed partial class PatRepository
{
    private const string One = "id = @Id AND user_id = @UserId";

    private const string Expired = "user_id = @UserId AND expires_at <= @Now";

    private const string SelectExpired = "SELECT id FROM personal_access_tokens WHERE user_id = @UserId AND expires_at <= @Now";

    public async Task<bool> DeleteAsync(long userId, long id, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = PatDeletionSql.Parameters(audit);
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("UserId", userId, DbType.Int64);
        var statements = $"""
            {PatDeletionSql.Of(database.Dialect, One, namesOwner: audit.CreatedByUserId != userId)}
            SELECT {database.Dialect.RowsChanged};
            """;
        return await database.RevokeAsync<int>(statements, parameters, Repetition.Unsafe, cancellationToken) > 0;
    }

    // Few: an account has at most Pats:MaxPerUser tokens.
    public Task<IReadOnlyList<long>> DeleteExpiredAsync(long userId, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = PatDeletionSql.Parameters(audit);
        parameters.Add("UserId", userId, DbType.Int64);
        parameters.Add("Now", audit.CreatedAt);
        return database.RevokeAsync<IReadOnlyList<long>>(
            async transaction =>
            {
                var lockRows = database.Dialect.Lock($"UPDATE personal_access_tokens SET slot = slot WHERE {Expired};");
                var ids = await transaction.QueryAsync<long>($"{lockRows} {SelectExpired};", parameters, cancellationToken);
                await transaction.ExecuteAsync(
                    PatDeletionSql.Of(database.Dialect, Expired, namesOwner: audit.CreatedByUserId != userId), parameters, cancellationToken);
                return [.. ids];
            },
            cancellationToken);
    }
}
