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

    private const string Delete = "DELETE FROM user_identities WHERE identity_hash = @IdentityHash";

    private static string SelectLinked(bool ofOne) => $"""
        SELECT linked.user_id AS {nameof(LinkedRow.Id)}, account.username AS {nameof(LinkedRow.Username)},
            account.email AS {nameof(LinkedRow.Email)}, linked.issuer AS {nameof(LinkedRow.Issuer)}, linked.subject AS {nameof(LinkedRow.Subject)}
        FROM user_identities AS linked JOIN users AS account ON account.id = linked.user_id
        {(ofOne ? "WHERE linked.user_id = @UserId" : "")}
        ORDER BY linked.user_id, linked.issuer
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

    public Task<IReadOnlyList<long>> UnlinkAsync(
        long? userId, int limit, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        if (userId is not null)
        {
            parameters.Add("UserId", userId, System.Data.DbType.Int64);
        }

        parameters.Add("Limit", limit, System.Data.DbType.Int32);
        return database.WriteAsync<IReadOnlyList<long>>(
            async transaction =>
            {
                var users = new List<long>();
                foreach (var row in await transaction.QueryAsync<LinkedRow>(
                    database.Dialect.First(SelectLinked(userId is not null), "@Limit"), parameters, cancellationToken))
                {
                    var identity = new ProviderIdentity(row.Issuer, row.Subject);
                    var one = new { IdentityHash = UserIdentitySql.HashOf(identity) };
                    if (await transaction.ExecuteAsync(Delete, one, cancellationToken) > 0)
                    {
                        var data = new UserIdentityEventData(row.Id, row.Username, row.Email, row.Issuer, row.Subject);
                        await transaction.RecordAsync(audit.With(data: null, preData: data).About(row.Id), cancellationToken);
                    }

                    users.Add(row.Id);
                }

                return users;
            },
            cancellationToken);
    }

    private sealed class LinkedRow
    {
        public long Id { get; init; }

        public string? Username { get; init; }

        public string? Email { get; init; }

        public string Issuer { get; init; } = "";

        public string Subject { get; init; } = "";
    }
}
