using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class UserRepository : IUserAdministration
{
    private const string SelectOneOfType = $"""
        SELECT {UserRow.Columns} FROM users AS account WHERE account.id = @Id AND account.account_type = @AccountType
        """;

    private const string HasOtherAdmins = """
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM users WHERE root_role = @AdminRole AND account_type = @PersonType AND id <> @Id) THEN 1 ELSE 0 END
        """;

    private const string UpdateOne = """
        UPDATE users SET name = @Name, email = @Email, search_key = @SearchKey, root_role = @RootRole WHERE id = @Id
        """;

    private const string Delete = "DELETE FROM users WHERE id = @Id";

    public async Task<AccountChange> UpdateAsync(
        AccountUpdate update, Func<User, User, AuditEvent> updated, CancellationToken cancellationToken)
    {
        try
        {
            return await (TakesRightsAway(update)
                ? database.RevokeAsync(Update, cancellationToken)
                : database.WriteAsync(Update, cancellationToken));
        }
        catch (DuplicateKeyException)
        {
            return new AccountChange(AccountChangeStatus.NameTaken);
        }

        Task<AccountChange> Update(WriteTransaction transaction) => UpdateAsync(transaction, update, updated, cancellationToken);
    }

    public Task<AccountChange> DeleteAsync(
        long id,
        string accountType,
        Func<User, AuditEvent> deleted,
        Func<AdminToken, AuditEvent> adminTokenDeleted,
        CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                if (await LockAsync(transaction, id, accountType, cancellationToken) is not { } user)
                {
                    return new AccountChange(AccountChangeStatus.NotFound);
                }

                if (await IsLastAdminAsync(transaction, user, cancellationToken))
                {
                    return new AccountChange(AccountChangeStatus.LastAdmin);
                }

                await transaction.DeleteAdminTokensOfAsync(id, adminTokenDeleted, cancellationToken);
                await transaction.ExecuteAsync(Delete, new { Id = id }, cancellationToken);
                await transaction.RecordAsync(deleted(user), cancellationToken);
                return new AccountChange(AccountChangeStatus.Done, user);
            },
            cancellationToken);

    private static bool TakesRightsAway(AccountUpdate update) => update.RootRole is { } role && role != RootRole.Admin;

    private static async Task<AccountChange> UpdateAsync(
        WriteTransaction transaction,
        AccountUpdate update,
        Func<User, User, AuditEvent> updated,
        CancellationToken cancellationToken)
    {
        if (await LockAsync(transaction, update.Id, update.AccountType, cancellationToken) is not { } before)
        {
            return new AccountChange(AccountChangeStatus.NotFound);
        }

        var after = before with
        {
            Name = update.Name ?? before.Name,
            Email = update.Email ?? before.Email,
            RootRole = update.RootRole ?? before.RootRole,
        };
        if (after.RootRole != RootRole.Admin && await IsLastAdminAsync(transaction, before, cancellationToken))
        {
            return new AccountChange(AccountChangeStatus.LastAdmin);
        }

        if (after != before)
        {
            await WriteAsync(transaction, before, after, cancellationToken);
            await transaction.RecordAsync(updated(before, after), cancellationToken);
        }

        return new AccountChange(AccountChangeStatus.Done, after);
    }

    private static async Task WriteAsync(
        WriteTransaction transaction, User before, User user, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", user.Id, DbType.Int64);
        parameters.Add("Name", AccountNameSql.Parameter(user.Name));
        parameters.Add("Email", AccountNameSql.Parameter(user.Email));
        parameters.Add("SearchKey", AccountNameSql.SearchKeyOf(user.Username, user.Name, user.Email));
        parameters.Add("RootRole", user.RootRole.Id, DbType.Int32);
        await transaction.ExecuteAsync(UpdateOne, parameters, cancellationToken);
        if (user.Email != before.Email)
        {
            await transaction.ChangeAddressAsync(before, user.Email, cancellationToken);
        }
    }

    private static async Task<User?> LockAsync(
        WriteTransaction transaction, long id, string accountType, CancellationToken cancellationToken)
    {
        await transaction.AcquireAdminLockAsync(cancellationToken);
        var parameters = new { Id = id, AccountType = Sql.Text(accountType, ColumnSizes.AccountType) };
        var row = await transaction.QuerySingleOrDefaultAsync<UserRow>(SelectOneOfType, parameters, cancellationToken);
        return row?.ToUser();
    }

    private static async Task<bool> IsLastAdminAsync(
        WriteTransaction transaction, User user, CancellationToken cancellationToken)
    {
        if (user.RootRole != RootRole.Admin || user.AccountType != AccountType.User)
        {
            return false;
        }

        var parameters = new
        {
            user.Id,
            AdminRole = RootRole.Admin.Id,
            PersonType = Sql.Text(AccountType.User, ColumnSizes.AccountType),
        };
        return !await transaction.QuerySingleAsync<bool>(HasOtherAdmins, parameters, cancellationToken);
    }
}
