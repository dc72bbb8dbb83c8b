using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class PasswordLinkRepository(Database database) : IPasswordLinkRepository
{
    private const string SelectBySelector = $"""
        SELECT link.verifier AS {nameof(LinkRow.Verifier)}, link.created_by AS {nameof(LinkRow.CreatedBy)},
            link.expires_at AS {nameof(LinkRow.ExpiresAt)}, {UserRow.Columns}
        FROM password_links AS link JOIN users AS account ON account.id = link.user_id
        WHERE link.selector = @Selector
        """;

    // Threat: of two uses at once both could find the link. The row of the user is updated first, and locked from then on, so
    // the second one finds what the first has left.
    private const string LockUser = "UPDATE users SET login_attempts = login_attempts WHERE id = @UserId";

    // Threat: the user got another address after it was read. That ends links, but not this one, which goes to the former address.
    private const string LockUserAsRead = """
        UPDATE users SET login_attempts = login_attempts
        WHERE id = @UserId AND (email = @Email OR (email IS NULL AND @Email IS NULL))
        """;

    private const string UseUp = """
        DELETE FROM password_links
        WHERE user_id = @UserId AND selector = @Selector AND expires_at > @Now
            AND EXISTS (SELECT 1 FROM users WHERE id = @UserId AND enabled = 1)
        """;

    private const string SetPassword = "UPDATE users SET password_hash = @NewHash, login_attempts = 0 WHERE id = @UserId";

    private const string EndSessions = "DELETE FROM sessions WHERE user_id = @UserId";

    public Task<bool> CreateAsync(
        User user, NewPasswordLink link, AuditStamp audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var asRead = new { UserId = user.Id, Email = AccountNameSql.Parameter(user.Email) };
                if (await transaction.ExecuteAsync(LockUserAsRead, asRead, cancellationToken) == 0)
                {
                    return false;
                }

                await transaction.EndPasswordLinkAsync(user.Id, cancellationToken);
                await transaction.AddPasswordLinkAsync(user, link, audit, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<StoredPasswordLink?> FindAsync(string selector, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var parameters = new { Selector = Sql.Ascii(selector, PasswordLinkToken.SelectorLength) };
                var rows = await connection.QueryAsync<LinkRow, UserRow, StoredPasswordLink>(
                    new CommandDefinition(SelectBySelector, parameters, cancellationToken: cancellationToken),
                    (link, user) => new StoredPasswordLink(user.ToUser(), link.Verifier, link.CreatedBy, link.ExpiresAt),
                    splitOn: nameof(UserRow.Id));
                return rows.SingleOrDefault();
            },
            cancellationToken);

    public Task<bool> UseAsync(PasswordLinkUse use, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var user = new { UserId = use.User.Id };
                if (await transaction.ExecuteAsync(LockUser, user, cancellationToken) == 0
                    || await transaction.ExecuteAsync(UseUp, Parameters(use, audit), cancellationToken) == 0)
                {
                    return false;
                }

                await transaction.ExecuteAsync(SetPassword, HashOf(use), cancellationToken);
                await transaction.ExecuteAsync(EndSessions, user, cancellationToken);
                await transaction.RecordAsync(
                    audit.With(UserEventData.From(use.User) with { ByLink = true }), cancellationToken);
                return true;
            },
            cancellationToken);

    private static DynamicParameters Parameters(PasswordLinkUse use, AuditStamp audit)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", use.User.Id, DbType.Int64);
        parameters.Add("Selector", Sql.Ascii(use.Selector, PasswordLinkToken.SelectorLength));
        parameters.Add("Now", audit.CreatedAt);
        return parameters;
    }

    private static DynamicParameters HashOf(PasswordLinkUse use)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", use.User.Id, DbType.Int64);
        parameters.Add("NewHash", Sql.Text(use.NewHash, ColumnSizes.PasswordHash));
        return parameters;
    }

    private sealed class LinkRow
    {
        public byte[] Verifier { get; init; } = [];

        public string CreatedBy { get; init; } = "";

        public DateTimeOffset ExpiresAt { get; init; }
    }
}
