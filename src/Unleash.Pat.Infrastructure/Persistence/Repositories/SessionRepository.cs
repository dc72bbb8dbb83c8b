using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class SessionRepository(Database database, SessionUses uses) : ISessionRepository
{
    // Threat: since the password was verified it may have been changed, to lock out a person who knows the old one; or the
    // account may have been deleted. So the account is updated first, and stays locked until the session is there for the
    // next change to see. Where the account has changed, the statements after it do nothing.
    private static string Begin(ISqlDialect dialect) => $"""
        UPDATE users SET seen_at = @CreatedAt, login_attempts = 0, password_hash = @NewHash
        WHERE id = @UserId AND enabled = 1 AND (password_hash = @Hash OR (password_hash IS NULL AND @Hash IS NULL));

        INSERT INTO sessions (user_id, key_hash, created_at, last_used_at, expires_at, address, user_agent)
        SELECT @UserId, @KeyHash, @CreatedAt, @CreatedAt, @ExpiresAt, @Address, @UserAgent WHERE {dialect.RowsChanged} > 0;

        {EventSql.InsertWhereChanged(dialect)}

        DELETE FROM sessions
        WHERE user_id = @UserId AND expires_at <= @CreatedAt
            AND EXISTS (SELECT 1 FROM sessions AS begun WHERE begun.key_hash = @KeyHash);

        SELECT {dialect.RowsChanged} AS {nameof(CountRow.Deleted)},
            (SELECT {dialect.CountRows} FROM sessions WHERE user_id = @UserId) AS {nameof(CountRow.Active)},
            (SELECT {dialect.CountRows} FROM sessions WHERE key_hash = @KeyHash) AS {nameof(CountRow.Begun)};
        """;

    private static string CountFailure(ISqlDialect dialect) => $"""
        UPDATE users SET login_attempts = login_attempts + 1 WHERE id = @UserId;
        {EventSql.Insert(dialect)}
        """;

    private static string Delete(ISqlDialect dialect) => $"""
        DELETE FROM sessions WHERE id = @Id;
        {EventSql.InsertWhereChanged(dialect)}
        SELECT {dialect.RowsChanged};
        """;

    public async Task<SessionCounts?> BeginAsync(
        NewSession session, VerifiedPassword password, AuditStamp audit, CancellationToken cancellationToken)
    {
        var counts = await database.WriteAsync<CountRow>(
            Begin(database.Dialect), Parameters(session, password, audit), Repetition.Unsafe, cancellationToken);
        return counts is { Begun: > 0 } ? new SessionCounts((int)counts.Active, (int)counts.Deleted) : null;
    }

    public Task RecordFailureAsync(
        long? userId, SignInEventData data, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = EventSql.Parameters(audit.With(data), database.Stamper);
        parameters.Add("UserId", userId ?? 0, DbType.Int64);
        return database.WriteAsync(CountFailure(database.Dialect), parameters, Repetition.Unsafe, cancellationToken);
    }

    public async Task<bool> EndAsync(long id, SignInEventData data, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = EventSql.Parameters(audit.With(data), database.Stamper);
        parameters.Add("Id", id, DbType.Int64);
        return await database.RevokeAsync(Delete(database.Dialect), parameters, Repetition.Unsafe, cancellationToken) > 0;
    }

    private DynamicParameters Parameters(NewSession session, VerifiedPassword password, AuditStamp audit)
    {
        var parameters = EventSql.Parameters(audit.With(new SignInEventData(session.Address, session.UserAgent)), database.Stamper);
        parameters.Add("UserId", session.UserId, DbType.Int64);
        parameters.Add("KeyHash", Sql.Bytes(session.KeyHash, SessionKey.HashLength));
        parameters.Add("CreatedAt", session.CreatedAt);
        parameters.Add("ExpiresAt", session.ExpiresAt);
        parameters.Add("Address", Sql.Text(session.Address, ColumnSizes.Address));
        parameters.Add("UserAgent", Sql.Text(session.UserAgent, IClientInfo.UserAgentMaxLength));
        parameters.Add("Hash", Sql.Text(password.Hash, ColumnSizes.PasswordHash));
        parameters.Add("NewHash", Sql.Text(password.RenewedHash ?? password.Hash, ColumnSizes.PasswordHash));
        return parameters;
    }

    private sealed class CountRow
    {
        public long Deleted { get; init; }

        public long Active { get; init; }

        public long Begun { get; init; }
    }
}
