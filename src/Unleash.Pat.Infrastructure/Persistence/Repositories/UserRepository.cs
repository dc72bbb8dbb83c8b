using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class UserRepository(Database database) : IUserRepository
{
    private const string SelectOne = $"SELECT {UserRow.Columns} FROM users AS account WHERE account.id = @Id";

    private const string SelectByName = $"""
        SELECT {UserRow.Columns}
        FROM account_names AS taken JOIN users AS account ON account.id = taken.user_id
        WHERE taken.name_key = @Key OR taken.name_key = @EarlierKey
        """;

    private const string SelectAny = "SELECT CASE WHEN EXISTS (SELECT 1 FROM users) THEN 1 ELSE 0 END";

    public async Task<User?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await FindCredentialsAsync(id, cancellationToken))?.User;

    public async Task<UserCredentials?> FindCredentialsAsync(long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<UserRow>(
                new CommandDefinition(SelectOne, new { Id = id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null ? null : new UserCredentials(row.ToUser(), row.PasswordHash);
    }

    public async Task<UserCredentials?> FindForSignInAsync(string usernameOrEmail, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Key = AccountNameSql.Key(AccountName.Key(usernameOrEmail)),
            EarlierKey = AccountNameSql.Key(AccountName.EarlierKey(usernameOrEmail)),
        };
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UserRow>(
                new CommandDefinition(SelectByName, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        var row = rows.Where(row => row.IsUser)
            .Select(row => (Row: row, Rank: row.RankFor(usernameOrEmail)))
            .Where(ranked => ranked.Rank is not null)
            .OrderBy(ranked => ranked.Rank)
            .Select(ranked => ranked.Row)
            .FirstOrDefault();
        return row is null ? null : new UserCredentials(row.ToUser(), row.PasswordHash);
    }

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<bool>(
            new CommandDefinition(SelectAny, cancellationToken: cancellationToken)),
        cancellationToken);

    public async Task<WriteResult<User>> CreateAsync(
        NewUser user, AuditStamp audit, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<WriteResult<User>>(
                async transaction =>
                {
                    var stored = await transaction.AddAccountAsync(database.Dialect, user, cancellationToken);
                    await transaction.RecordAsync(audit.With(UserEventData.From(stored)).About(stored.Id), cancellationToken);
                    if (user.Identity is { } identity)
                    {
                        await transaction.AddIdentityAsync(
                            stored, identity, audit with { Type = EventType.UserIdentityLinked }, cancellationToken);
                    }

                    if (user.Invitation is { } link)
                    {
                        await transaction.AddPasswordLinkAsync(
                            stored, link, audit with { Type = EventType.PasswordLinkCreated }, cancellationToken);
                    }

                    return new(WriteStatus.Done, stored);
                },
                cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return new(WriteStatus.NameTaken);
        }
    }
}
