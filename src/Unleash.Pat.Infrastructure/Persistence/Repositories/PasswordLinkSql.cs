using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The statements by which links to set a password begin and end, within the transactions of several repositories.</summary>
/// <remarks>Each of those transactions changes the row of the user first, so they run one after another for a user.</remarks>
internal static class PasswordLinkSql
{
    private const string Insert = """
        INSERT INTO password_links (user_id, selector, verifier, created_by, created_at, expires_at)
        VALUES (@UserId, @Selector, @Verifier, @CreatedBy, @CreatedAt, @ExpiresAt)
        """;

    private const string End = "DELETE FROM password_links WHERE user_id = @UserId";

    /// <summary>Stores the link of a user who has none, and records it.</summary>
    /// <param name="audit">Who creates it, of any type.</param>
    public static async Task AddPasswordLinkAsync(
        this WriteTransaction transaction, User user, NewPasswordLink link, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", user.Id, System.Data.DbType.Int64);
        parameters.Add("Selector", Sql.Ascii(link.Selector, PasswordLinkToken.SelectorLength));
        parameters.Add("Verifier", Sql.Bytes(link.Verifier, PasswordLinkToken.VerifierLength));
        parameters.Add("CreatedBy", Sql.Text(link.CreatedBy, AccountName.MaxLength));
        parameters.Add("CreatedAt", link.CreatedAt);
        parameters.Add("ExpiresAt", link.ExpiresAt);
        await transaction.ExecuteAsync(Insert, parameters, cancellationToken);
        await transaction.RecordAsync(audit.With(PasswordLinkEventData.From(user, link)).About(user.Id), cancellationToken);
    }

    /// <summary>Ends the link of a user, if there is one.</summary>
    public static Task EndPasswordLinkAsync(
        this WriteTransaction transaction, long userId, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(End, new { UserId = userId }, cancellationToken);
}
