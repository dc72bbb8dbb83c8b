using Dapper;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class SessionRepository(Database database) : ISessionRepository
{
    private const string DeleteEnded = "DELETE FROM sessions WHERE user_id = @UserId AND expires_at <= @Now";

    private const string Insert = """
        INSERT INTO sessions (user_id, key_hash, created_at, last_used_at, expires_at, address, user_agent)
        VALUES (@UserId, @KeyHash, @CreatedAt, @CreatedAt, @ExpiresAt, @Address, @UserAgent)
        """;

    private const string MarkSignedIn = """
        UPDATE users SET seen_at = @Now, login_attempts = 0, password_hash = @NewHash
        WHERE id = @UserId AND (password_hash = @Hash OR (password_hash IS NULL AND @Hash IS NULL))
        """;

    private const string CountOfUser = "SELECT COUNT(*) FROM sessions WHERE user_id = @UserId";

    private const string CountFailure = "UPDATE users SET login_attempts = login_attempts + 1 WHERE id = @UserId";

    private const string SelectLive = $"""
        SELECT session.id AS {nameof(SessionRow.SessionId)}, session.last_used_at AS {nameof(SessionRow.LastUsedAt)},
            {AccountRow.Columns}
        FROM sessions AS session JOIN users AS account ON account.id = session.user_id
        WHERE session.key_hash = @KeyHash AND session.expires_at > @Now
        """;

    private const string Renew = """
        UPDATE sessions SET last_used_at = @UsedAt, expires_at = @ExpiresAt WHERE id = @Id AND last_used_at < @UsedAt
        """;

    private const string Delete = "DELETE FROM sessions WHERE id = @Id";

    public Task<SessionCounts?> BeginAsync(
        NewSession session, VerifiedPassword password, AuditEvent signedIn, CancellationToken cancellationToken) =>
        database.WriteAsync<SessionCounts?>(
            async transaction =>
            {
                // Threat: between the look at the password and this moment it may have been changed, to lock somebody
                // out who knows the old one; or the account may have been removed. So the account is asked first, and
                // stays locked until the session is there for whoever changes it next.
                if (await transaction.ExecuteAsync(MarkSignedIn, Parameters(session, password), cancellationToken) == 0)
                {
                    return null;
                }

                var user = new { session.UserId, Now = session.CreatedAt };
                var deleted = await transaction.ExecuteAsync(DeleteEnded, user, cancellationToken);
                await transaction.ExecuteAsync(Insert, Parameters(session), cancellationToken);
                await transaction.RecordAsync(signedIn, cancellationToken);
                var active = await transaction.Connection!.ExecuteScalarAsync<int>(new CommandDefinition(
                    CountOfUser, new { session.UserId }, transaction, cancellationToken: cancellationToken));
                return new SessionCounts(active, deleted);
            },
            cancellationToken);

    public Task RecordFailureAsync(long? userId, AuditEvent failed, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(CountFailure, new { UserId = userId ?? 0 }, cancellationToken);
                await transaction.RecordAsync(failed, cancellationToken);
                return true;
            },
            cancellationToken);

    public async Task<LiveSession?> FindLiveAsync(
        byte[] keyHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new { KeyHash = Sql.Bytes(keyHash, SessionKey.HashLength), Now = now };
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<SessionRow>(new CommandDefinition(
                SelectLive, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null ? null : new LiveSession(row.SessionId, row.ToAccount(), row.LastUsedAt);
    }

    public Task RenewAsync(
        long id, DateTimeOffset usedAt, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                Renew, new { Id = id, UsedAt = usedAt, ExpiresAt = expiresAt }, cancellationToken),
            cancellationToken);

    public Task<bool> EndAsync(long id, AuditEvent signedOut, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var ended = await transaction.ExecuteAsync(Delete, new { Id = id }, cancellationToken) == 1;
                if (ended)
                {
                    await transaction.RecordAsync(signedOut, cancellationToken);
                }

                return ended;
            },
            cancellationToken);

    private static DynamicParameters Parameters(NewSession session, VerifiedPassword password)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", session.UserId);
        parameters.Add("Now", session.CreatedAt);
        parameters.Add("Hash", Sql.Text(password.Hash, ColumnSizes.PasswordHash));
        parameters.Add("NewHash", Sql.Text(password.RenewedHash ?? password.Hash, ColumnSizes.PasswordHash));
        return parameters;
    }

    private static DynamicParameters Parameters(NewSession session)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", session.UserId);
        parameters.Add("KeyHash", Sql.Bytes(session.KeyHash, SessionKey.HashLength));
        parameters.Add("CreatedAt", session.CreatedAt);
        parameters.Add("ExpiresAt", session.ExpiresAt);
        parameters.Add("Address", Sql.Text(session.Address, ColumnSizes.Address));
        parameters.Add("UserAgent", Sql.Text(session.UserAgent, ICurrentAccount.UserAgentMaxLength));
        return parameters;
    }

    private sealed class SessionRow : AccountRow
    {
        public long SessionId { get; init; }

        public DateTimeOffset LastUsedAt { get; init; }
    }
}
