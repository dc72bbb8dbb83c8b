using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Passwords. They need no <see cref="AdminLock"/>, because they make no account an administrator.</summary>
internal sealed partial class UserRepository
{
    private const string SetPassword = """
        UPDATE users SET password_hash = @NewHash, login_attempts = 0
        WHERE id = @UserId AND (@ExpectedHash IS NULL OR password_hash = @ExpectedHash)
        """;

    private const string EndSessions = "DELETE FROM sessions WHERE user_id = @UserId AND id <> @KeptSessionId";

    public Task<bool> ChangePasswordAsync(
        PasswordChange change, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                // The account first: a sign-in by the old password, which updates it first as well, has then either ended,
                // and its session is deleted here, or finds the new password and creates no session.
                if (await transaction.ExecuteAsync(SetPassword, Parameters(change), cancellationToken) == 0)
                {
                    return false;
                }

                await transaction.ExecuteAsync(
                    EndSessions,
                    new { UserId = change.User.Id, KeptSessionId = change.KeptSessionId ?? 0 },
                    cancellationToken);
                await transaction.EndPasswordLinkAsync(change.User.Id, cancellationToken);
                await transaction.RecordAsync(audit.With(UserEventData.From(change.User)).About(change.User.Id), cancellationToken);
                return true;
            },
            cancellationToken);

    private static DynamicParameters Parameters(PasswordChange change)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", change.User.Id, DbType.Int64);
        parameters.Add("NewHash", Sql.Text(change.NewHash, ColumnSizes.PasswordHash));
        parameters.Add("ExpectedHash", Sql.Text(change.ExpectedHash, ColumnSizes.PasswordHash));
        return parameters;
    }
}
