using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class UserIdentityRepository(Database database) : IUserIdentityRepository
{
    private const string SelectByIdentity = $"""
        SELECT {UserRow.Columns}
        FROM user_identities AS identity_of JOIN users AS account ON account.id = identity_of.user_id
        WHERE identity_of.identity_hash = @IdentityHash
        """;

    // Threat: since the user was found by the address, an administrator may have given the address to another user, or switched
    // this one off.
    private const string LockUserAsRead = """
        UPDATE users SET login_attempts = login_attempts
        WHERE id = @UserId AND email = @Email AND enabled = 1 AND account_type = @UserType
        """;

    public async Task<UserCredentials?> FindAsync(ProviderIdentity identity, CancellationToken cancellationToken)
    {
        var parameters = new { IdentityHash = UserIdentitySql.HashOf(identity) };
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<UserRow>(
                new CommandDefinition(SelectByIdentity, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null ? null : new UserCredentials(row.ToUser(), row.PasswordHash);
    }

    public async Task<WriteStatus> LinkAsync(
        User user, ProviderIdentity identity, AuditStamp audit, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    var asRead = new
                    {
                        UserId = user.Id,
                        Email = AccountNameSql.Parameter(user.Email),
                        UserType = Sql.AccountType(AccountType.User),
                    };
                    if (await transaction.ExecuteAsync(LockUserAsRead, asRead, cancellationToken) == 0)
                    {
                        return WriteStatus.NotFound;
                    }

                    await transaction.AddIdentityAsync(user, identity, audit, cancellationToken);
                    return WriteStatus.Done;
                },
                cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return WriteStatus.NameTaken;
        }
    }
}
