using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How admin tokens end, each with an event of its own.</summary>
internal static class AdminTokenRemoval
{
    private const string SelectOfCreator =
        $"{AdminTokenRow.Select} WHERE token.created_by_user_id = @UserId ORDER BY token.id";

    private const string Delete = "DELETE FROM admin_tokens WHERE id = @Id";

    /// <summary>Deletes one.</summary>
    /// <returns><see langword="false"/> where it is gone already; nothing is recorded then.</returns>
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

        await transaction.RecordAsync(audit.With(data: null, AdminTokenEventData.From(token)), cancellationToken);
        return true;
    }

    /// <summary>Deletes all that an account answers for; the turn must be taken, so that none is added meanwhile.</summary>
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
