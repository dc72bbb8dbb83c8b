using System.Data;
using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Stores accounts, within the transactions of several repositories.</summary>
internal static class NewAccountSql
{
    private const string Insert = """
        INSERT INTO users
            (account_type, username, email, name, search_key, sort_key, root_role, password_hash, login_attempts, created_at, seen_at)
        VALUES (@AccountType, @Username, @Email, @Name, @SearchKey, @SortKey, @RootRole, @PasswordHash, @LoginAttempts, @CreatedAt, @SeenAt)
        """;

    /// <summary>Stores an account and reserves its names.</summary>
    /// <exception cref="DuplicateKeyException">Another account has one of the names; thrown when the transaction ends.</exception>
    public static async Task<User> AddAccountAsync(
        this WriteTransaction transaction, ISqlDialect dialect, NewUser user, CancellationToken cancellationToken)
    {
        var id = await transaction.QuerySingleAsync<long>(dialect.ReturningId(Insert), Parameters(user), cancellationToken);
        await transaction.TakeNamesAsync(id, user.Username, user.Email, cancellationToken);
        return user.WithId(id);
    }

    private static DynamicParameters Parameters(NewUser user)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AccountType", Sql.AccountType(user.AccountType));
        parameters.Add("Username", AccountNameSql.Parameter(user.Username));
        parameters.Add("Email", AccountNameSql.Parameter(user.Email));
        parameters.Add("Name", AccountNameSql.Parameter(user.Name));
        parameters.Add("SearchKey", AccountNameSql.SearchKeyOf(user.Username, user.Name, user.Email));
        parameters.Add("SortKey", AccountNameSql.SortKeyOf(user.Username, user.Email));
        parameters.Add("RootRole", user.RootRole.Id, DbType.Int32);
        parameters.Add("PasswordHash", Sql.Text(user.PasswordHash, ColumnSizes.PasswordHash));
        parameters.Add("LoginAttempts", user.LoginAttempts, DbType.Int32);
        parameters.Add("CreatedAt", user.CreatedAt);
        parameters.AddInstant("SeenAt", user.SeenAt);
        return parameters;
    }
}
