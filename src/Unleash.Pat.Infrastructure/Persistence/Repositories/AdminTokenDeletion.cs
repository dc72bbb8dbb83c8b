using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Deletes admin tokens, each with an event of its own.</summary>
internal static class AdminTokenDeletion
{
    private const string SelectOfCreator =
        $"{AdminTokenRow.Select} WHERE token.created_by_user_id = @UserId ORDER BY token.id";

    private const string Delete = "DELETE FROM admin_tokens WHERE id = @Id";

    /// <returns><see langword="false"/> where the token does not exist any longer; then nothing is recorded.</returns>
    public static async Task<bool> DeleteAdminTokenAsync(
        this WriteTransaction transaction,
        AdminToken token,
        AuditStamp audit,
        CancellationToken cancellationToken)
    {
        if (await transaction.ExecuteAsync(Delete, new { token.Id }, cancellationToken) == 0)
        {
            return false;
        }

        await transaction.RecordAsync(audit.With(audit.Revocation, AdminTokenEventData.From(token)), cancellationToken);
        await transaction.RevokeAsync(RevokedSubject.AdminToken, token.Id, audit.CreatedAt, cancellationToken);
        return true;
    }

    /// <summary>Deletes all that an account answers for. The <see cref="AdminLock"/> must be held, so that none is added meanwhile.</summary>
    public static async Task DeleteAdminTokensOfAsync(
        this WriteTransaction transaction,
        long userId,
        AuditStamp audit,
        CancellationToken cancellationToken)
    {
        var rows = await transaction.QueryAsync<AdminTokenRow>(
            SelectOfCreator, new { UserId = userId }, cancellationToken);
        foreach (var row in rows.ToList())
        {
            await transaction.DeleteAdminTokenAsync(row.ToToken(), audit, cancellationToken);
        }
    }
}
