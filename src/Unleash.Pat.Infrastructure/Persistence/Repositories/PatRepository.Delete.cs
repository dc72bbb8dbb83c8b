using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Revokes tokens.</summary>
internal sealed partial class PatRepository
{
    private const string One = "id = @Id AND user_id = @UserId";

    private const string Expired = "user_id = @UserId AND expires_at <= @Now";

    private const string Unused = "(seen_at < @Before OR (seen_at IS NULL AND created_at < @Before))";

    private const string LongExpired = "expires_at <= @Before";

    // Two queries, each of which an index answers.
    private const string SelectLongUnused = "SELECT id FROM personal_access_tokens WHERE seen_at < @Before ORDER BY seen_at";

    private const string SelectNeverUsed = """
        SELECT id FROM personal_access_tokens WHERE seen_at IS NULL AND created_at < @Before ORDER BY created_at
        """;

    private const string SelectLongExpired = "SELECT id FROM personal_access_tokens WHERE expires_at <= @Before ORDER BY expires_at";

    public async Task<bool> DeleteAsync(long userId, long id, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = PatDeletionSql.Parameters(audit, database.Stamper, StampCompletion.Data);
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("UserId", userId, DbType.Int64);
        var statements = PatDeletionSql.Of(database.Dialect, One, namesOwner: audit.CreatedByUserId != userId);
        return await database.RevokeAsync(statements, parameters, Repetition.Unsafe, cancellationToken) is not null;
    }

    // Few: an account has at most Pats:MaxPerUser tokens.
    public Task<IReadOnlyList<long>> DeleteExpiredAsync(long userId, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = PatDeletionSql.Parameters(audit, database.Stamper, StampCompletion.DataOfSeveral);
        parameters.Add("UserId", userId, DbType.Int64);
        parameters.Add("Now", audit.CreatedAt);
        return DeleteAsync(Expired, audit.CreatedByUserId != userId, parameters, cancellationToken);
    }

    public async Task<IReadOnlyList<long>> DeleteUnusedAsync(
        DateTimeOffset usedBefore, int limit, AuditStamp audit, CancellationToken cancellationToken)
    {
        var used = await DeleteBatchAsync(SelectLongUnused, Unused, usedBefore, limit, audit, cancellationToken);
        return used.Count == limit
            ? used
            : [.. used, .. await DeleteBatchAsync(SelectNeverUsed, Unused, usedBefore, limit - used.Count, audit, cancellationToken)];
    }

    public Task<IReadOnlyList<long>> DeleteLongExpiredAsync(
        DateTimeOffset expiredBy, int limit, AuditStamp audit, CancellationToken cancellationToken) =>
        DeleteBatchAsync(SelectLongExpired, LongExpired, expiredBy, limit, audit, cancellationToken);

    // What is selected is read outside the transaction, which then looks again: a token may have been used meanwhile.
    private async Task<IReadOnlyList<long>> DeleteBatchAsync(
        string select, string condition, DateTimeOffset before, int limit, AuditStamp audit, CancellationToken cancellationToken)
    {
        var page = new DynamicParameters();
        page.Add("Before", before);
        page.AddPage(limit, offset: 0);
        var found = await database.ReadAsync(
            connection => connection.QueryAsync<long>(
                new CommandDefinition(database.Dialect.Page(select), page, cancellationToken: cancellationToken)),
            cancellationToken);
        return found.ToList() is { Count: > 0 } ids ? await DeleteAsync(ids, condition, before, audit, cancellationToken) : [];
    }

    private Task<IReadOnlyList<long>> DeleteAsync(
        List<long> ids, string condition, DateTimeOffset before, AuditStamp audit, CancellationToken cancellationToken)
    {
        var (rows, parameters) = PatDeletionSql.Ids.Of(ids);
        parameters.AddDynamicParams(PatDeletionSql.Parameters(audit, database.Stamper, StampCompletion.DataOfSeveral));
        parameters.Add("Before", before);
        return DeleteAsync($"id IN ({rows}) AND {condition}", namesOwner: true, parameters, cancellationToken);
    }

    private Task<IReadOnlyList<long>> DeleteAsync(
        string which, bool namesOwner, DynamicParameters parameters, CancellationToken cancellationToken) =>
        database.RevokeAsync<IReadOnlyList<long>>(
            async transaction => [.. await transaction.QueryAsync<long>(
                PatDeletionSql.Of(database.Dialect, which, namesOwner), parameters, cancellationToken)],
            cancellationToken);
}
