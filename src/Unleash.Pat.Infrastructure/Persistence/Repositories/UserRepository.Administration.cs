using System.Data;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Changes and deletes accounts, one change after another.</summary>
internal sealed partial class UserRepository
{
    private const string SelectOneOfType = $"""
        SELECT {UserRow.Columns} FROM users AS account WHERE account.id = @Id AND account.account_type = @AccountType
        """;

    private const string HasOtherAdmins = """
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM users WHERE root_role = @AdminRole AND account_type = @UserType AND enabled = 1 AND id <> @Id) THEN 1 ELSE 0 END
        """;

    private const string UpdateOne = """
        UPDATE users SET name = @Name, email = @Email, search_key = @SearchKey, sort_key = @SortKey, root_role = @RootRole,
            enabled = @Enabled
        WHERE id = @Id
        """;

    private const string DeleteSessions = "DELETE FROM sessions WHERE user_id = @Id";

    private const string Delete = "DELETE FROM users WHERE id = @Id";

    public async Task<WriteResult<User>> UpdateAsync(
        AccountUpdate update, AuditStamp audit, CancellationToken cancellationToken)
    {
        try
        {
            return await (TakesRightsAway(update)
                ? database.RevokeAsync(Update, cancellationToken)
                : database.WriteAsync(Update, cancellationToken));
        }
        catch (DuplicateKeyException)
        {
            return new(WriteStatus.NameTaken);
        }

        Task<WriteResult<User>> Update(WriteTransaction transaction) => UpdateAsync(transaction, update, audit, cancellationToken);
    }

    public Task<WriteResult<User>> DeleteAsync(
        long id, AccountType type, AuditStamp audit, CancellationToken cancellationToken) =>
        database.RevokeAsync<WriteResult<User>>(
            async transaction =>
            {
                if (await LockAsync(transaction, id, type, cancellationToken) is not { } user)
                {
                    return new(WriteStatus.NotFound);
                }

                if (await IsLastAdminAsync(transaction, user, cancellationToken))
                {
                    return new(WriteStatus.LastAdministrator);
                }

                await transaction.DeleteAdminTokensOfAsync(
                    id, audit with { Type = EventType.AdminTokenDeleted }, cancellationToken);
                await transaction.ExecuteAsync(Delete, new { Id = id }, cancellationToken);
                await transaction.RecordAsync(audit.With(data: null, UserEventData.From(user)).About(id), cancellationToken);
                await transaction.RevokeAsync(RevokedSubject.Account, id, audit.CreatedAt, cancellationToken);
                return new(WriteStatus.Done, user);
            },
            cancellationToken);

    private static bool TakesRightsAway(AccountUpdate update) =>
        update.IsEnabled is false || (update.RootRole is { } role && role != RootRole.Admin);

    private static async Task<WriteResult<User>> UpdateAsync(
        WriteTransaction transaction,
        AccountUpdate update,
        AuditStamp audit,
        CancellationToken cancellationToken)
    {
        if (await LockAsync(transaction, update.Id, update.AccountType, cancellationToken) is not { } before)
        {
            return new(WriteStatus.NotFound);
        }

        var after = before with
        {
            Name = update.Name ?? before.Name,
            Email = update.Email ?? before.Email,
            RootRole = update.RootRole ?? before.RootRole,
            IsEnabled = update.IsEnabled ?? before.IsEnabled,
        };
        if ((after.RootRole != RootRole.Admin || !after.IsEnabled) && await IsLastAdminAsync(transaction, before, cancellationToken))
        {
            return new(WriteStatus.LastAdministrator);
        }

        if (after != before)
        {
            await WriteAsync(transaction, before, after, cancellationToken);
            await transaction.RecordAsync(
                audit.With(UserEventData.From(after), UserEventData.From(before)).About(after.Id), cancellationToken);
            await transaction.RevokeAsync(RevokedSubject.Account, after.Id, audit.CreatedAt, cancellationToken);
        }

        return new(WriteStatus.Done, after);
    }

    private static async Task WriteAsync(
        WriteTransaction transaction, User before, User user, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", user.Id, DbType.Int64);
        parameters.Add("Name", AccountNameSql.Parameter(user.Name));
        parameters.Add("Email", AccountNameSql.Parameter(user.Email));
        parameters.Add("SearchKey", AccountNameSql.SearchKeyOf(user.Username, user.Name, user.Email));
        parameters.Add("SortKey", AccountNameSql.SortKeyOf(user.Username, user.Email));
        parameters.Add("RootRole", user.RootRole.Id, DbType.Int32);
        parameters.Add("Enabled", user.IsEnabled ? 1 : 0, DbType.Int32);
        await transaction.ExecuteAsync(UpdateOne, parameters, cancellationToken);
        if (user.Email != before.Email)
        {
            await transaction.ChangeAddressAsync(before, user.Email, cancellationToken);

            // Threat: the link may have been sent to the former address, which can be another person's.
            await transaction.EndPasswordLinkAsync(user.Id, cancellationToken);
        }

        if (!user.IsEnabled)
        {
            await transaction.ExecuteAsync(DeleteSessions, new { user.Id }, cancellationToken);
            await transaction.EndPasswordLinkAsync(user.Id, cancellationToken);
        }
    }

    private static async Task<User?> LockAsync(
        WriteTransaction transaction, long id, AccountType type, CancellationToken cancellationToken)
    {
        await transaction.AcquireAdminLockAsync(cancellationToken);
        var parameters = new { Id = id, AccountType = Sql.AccountType(type) };
        var row = await transaction.QuerySingleOrDefaultAsync<UserRow>(SelectOneOfType, parameters, cancellationToken);
        return row?.ToUser();
    }

    private static async Task<bool> IsLastAdminAsync(
        WriteTransaction transaction, User user, CancellationToken cancellationToken)
    {
        if (user.RootRole != RootRole.Admin || user.AccountType != AccountType.User || !user.IsEnabled)
        {
            return false;
        }

        var parameters = new
        {
            user.Id,
            AdminRole = RootRole.Admin.Id,
            UserType = Sql.AccountType(AccountType.User),
        };
        return !await transaction.QuerySingleAsync<bool>(HasOtherAdmins, parameters, cancellationToken);
    }
}
