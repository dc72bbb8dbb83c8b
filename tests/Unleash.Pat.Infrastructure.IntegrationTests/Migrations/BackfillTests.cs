using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>A database that the release before has filled, with all that it allowed and this one does not.</summary>
public abstract class BackfillTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    /// <summary>Names that were different, and of which some are one by now.</summary>
    private static readonly string[] Usernames =
    [
        "admin", "admin\u3164", "Straße", "strasse", "Renée", "Rene\u0301e", "İnci", "ａｎｎ", "ann", "\u2800", "\u3164", "\u034f",
        new('ß', 200),
    ];

    protected override bool Migrated => false;

    private Database Database => Get<Database>();

    [Fact]
    public async Task Everybody_still_signs_in_and_is_found_and_no_two_tokens_have_one_name()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0002", Cancel);
        var accounts = new Dictionary<string, long>();
        foreach (var name in Usernames.Concat(Enumerable.Range(0, 250).Select(number => $"Filler-{number}")))
        {
            accounts[name] = await InsertAsync(name, null);
        }

        var emile = await InsertAsync(null, "émile@example.com");
        await InsertTokensAsync("ops", "ops (2)", "ops", "ops", new string('x', 100), new string('x', 100));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Fixture.MigrateAsync(Fixture.Node()))));
        await ShouldSignInAsync(accounts, emile);
        await ShouldBeFoundAsync(accounts, emile);
        await ShouldTakeNoTakenNameAsync();
        await ShouldChangeAsync(accounts["Straße"], "Straße");
        (await Get<IAdminTokenRepository>().GetAllAsync(Cancel)).Select(token => token.Name).ShouldBe(
            ["ops", "ops (2)", "ops (3)", "ops (4)", new string('x', 100), new string('x', 96) + " (2)"]);

        // A start that was interrupted, or a row of an earlier version that is still running.
        await ExecuteAsync("UPDATE users SET search_key = NULL WHERE id > 20");
        await Fixture.MigrateAsync(Fixture.Node(("Database:MigrateOnStart", "false")));
        await ShouldSignInAsync(accounts, emile);
        await ShouldBeFoundAsync(accounts, emile);
    }

    private async Task ShouldSignInAsync(Dictionary<string, long> accounts, long emile)
    {
        foreach (var (name, id) in accounts)
        {
            (await Get<IUserRepository>().FindForSignInAsync(name, Cancel)).ShouldNotBeNull(name).User.Id.ShouldBe(id, name);
        }

        (await Get<IUserRepository>().FindForSignInAsync("E\u0301MILE@example.com", Cancel)).ShouldNotBeNull().User.Id.ShouldBe(emile);
    }

    private async Task ShouldBeFoundAsync(Dictionary<string, long> accounts, long emile)
    {
        var directory = Get<IUserRepository>();
        (await directory.SearchAsync("RENÉE", 100, Cancel)).Select(user => user.Id)
            .ShouldBe([accounts["Renée"], accounts["Rene\u0301e"]]);
        (await directory.SearchAsync("filler-249", 100, Cancel)).ShouldHaveSingleItem();
        (await directory.SearchAsync("ÉMILE@", 100, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(emile);
    }

    private async Task ShouldTakeNoTakenNameAsync()
    {
        foreach (var name in new[] { "STRASSE", "STRAẞE", "RENÉE", "renée", "INCI", "İNCİ", "Admin", "ANN", "émile@EXAMPLE.com" })
        {
            var user = new NewUser(AccountType.User, name, null, null, RootRole.Viewer, null, Now);
            (await Get<IUserRepository>().CreateAsync(user, Event, Cancel)).Status.ShouldBe(WriteStatus.NameTaken, name);
        }
    }

    // Its folded name is another account's; what else is changed of it must not run into that.
    private async Task ShouldChangeAsync(long id, string username)
    {
        var users = Get<IUserRepository>();
        foreach (var email in new[] { null, "one@example.com", "two@example.com" })
        {
            var update = new AccountUpdate(id, AccountType.User, $"Named {email}", email, RootRole.Editor);
            (await users.UpdateAsync(update, Event, Cancel)).Status.ShouldBe(WriteStatus.Done);
        }

        (await users.FindForSignInAsync(username, Cancel)).ShouldNotBeNull().User.Id.ShouldBe(id);
        (await users.FindForSignInAsync("TWO@example.com", Cancel)).ShouldNotBeNull().User.Id.ShouldBe(id);
        (await users.FindForSignInAsync("one@example.com", Cancel)).ShouldBeNull();
    }

    private AuditStamp Event => AuditStamp.BySystem(EventType.UserUpdated, Now);

    private Task<long> InsertAsync(string? username, string? email) => Database.WriteAsync(
        async transaction =>
        {
            var insert = Database.Dialect.ReturningId("""
                INSERT INTO users (account_type, username, email, root_role, login_attempts, created_at)
                VALUES (@Type, @Username, @Email, 3, 0, @Now)
                """);
            var id = await transaction.QuerySingleAsync<long>(
                insert, new { Type = AccountType.User.ToName(), Username = username, Email = email, Now }, Cancel);
            await transaction.TakeNameAsync(id, AccountName.EarlierKey(username ?? email!), Cancel);
            return id;
        },
        Cancel);

    private async Task InsertTokensAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await ExecuteAsync(
                """
                INSERT INTO admin_tokens (name, selector, verifier, created_at, expires_at)
                VALUES (@Name, @Selector, @Verifier, @Now, @Now)
                """,
                new { Name = name, TokenSecret.GenerateAdmin().Selector, Verifier = new byte[TokenSecret.VerifierLength], Now });
        }
    }

    private Task<int> ExecuteAsync(string statement, object? parameters = null) => Database.WriteAsync(
        transaction => transaction.ExecuteAsync(statement, parameters, Cancel), Cancel);
}
