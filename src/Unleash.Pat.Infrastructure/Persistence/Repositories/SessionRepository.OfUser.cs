using Dapper;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>All sessions of a user.</summary>
internal sealed partial class SessionRepository
{
    private const string SelectLiveOfUser = $"""
        SELECT id AS {nameof(OwnRow.Id)}, created_at AS {nameof(OwnRow.CreatedAt)},
            last_used_at AS {nameof(OwnRow.LastUsedAt)}, expires_at AS {nameof(OwnRow.ExpiresAt)},
            address AS {nameof(OwnRow.Address)}, user_agent AS {nameof(OwnRow.UserAgent)}
        FROM sessions WHERE user_id = @UserId AND expires_at > @Now ORDER BY id
        """;

    private const string HasLiveFrom = """
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM sessions WHERE user_id = @UserId AND expires_at > @Now AND address = @Address) THEN 1 ELSE 0 END
        """;

    private const string DeleteOneOfUser = "DELETE FROM sessions WHERE user_id = @UserId AND id = @Id";

    private const string DeleteAllOfUser = "DELETE FROM sessions WHERE user_id = @UserId";

    public async Task<IReadOnlyList<SessionRecord>> GetLiveAsync(
        long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<OwnRow>(new CommandDefinition(
                SelectLiveOfUser, new { UserId = userId, Now = now }, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord(uses.LastUse(row.Id, row.LastUsedAt)))];
    }

    public Task<bool> HasLiveFromAsync(
        long userId, string? address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new { UserId = userId, Now = now, Address = Sql.Text(address, ColumnSizes.Address) };
        return database.ReadAsync(
            connection => connection.QuerySingleAsync<bool>(
                new CommandDefinition(HasLiveFrom, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
    }

    public Task<int> EndOfUserAsync(
        long userId, long? id, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var count = await transaction.ExecuteAsync(
                    id is null ? DeleteAllOfUser : DeleteOneOfUser, new { UserId = userId, Id = id ?? 0 }, cancellationToken);
                if (count > 0)
                {
                    await transaction.RecordAsync(
                        audit.With(new EndedSessionsEventData(userId, id, count)).About(userId), cancellationToken);
                }

                return count;
            },
            cancellationToken);

    private sealed class OwnRow
    {
        public long Id { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset LastUsedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public string? Address { get; init; }

        public string? UserAgent { get; init; }

        // A use that is not written yet counts.
        public SessionRecord ToRecord(DateTimeOffset lastUse) => new(
            Id, CreatedAt, lastUse, lastUse > LastUsedAt ? lastUse + SessionPolicy.Lifetime : ExpiresAt, Address, UserAgent);
    }
}
