using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/unleash.md, "Move in from Unleash": what is taken once stays taken, and what is here stays as it is.</summary>
public abstract class ImportTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Hash = "$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

    [Fact]
    public async Task An_account_and_its_tokens_come_as_they_were_with_an_event_each()
    {
        var secret = TokenSecret.Generate();
        var account = Account() with
        {
            SeenAt = Now.AddDays(-2),
            LoginAttempts = 3,
            PasswordHash = Hash,
            Tokens = [Token("laptop", secret) with { SeenAt = Now.AddDays(-1), Scopes = TokenScopes.Create(["api:read", "deploy:write"]) }],
        };

        var report = await ImportAsync(account);

        (report.Users.Taken, report.Tokens.Taken, report.Notes.Count).ShouldBe((1, 1, 0));
        var found = (await Get<IUserRepository>().FindForSignInAsync(account.Username!, Cancel)).ShouldNotBeNull();
        found.PasswordHash.ShouldBe(Hash);
        (found.User.SeenAt, found.User.LoginAttempts, found.User.CreatedAt, found.User.RootRole)
            .ShouldBe((account.SeenAt, 3, account.CreatedAt!.Value, RootRole.Editor));
        var stored = (await Get<ITokenVerifierStore>(TokenKind.Personal).FindAsync(secret.Selector, Cancel)).ShouldNotBeNull();
        stored.Verifier.ShouldBe(secret.Verifier());
        var pat = (await Get<IPatRepository>().GetAllAsync(found.User.Id, Cancel)).ShouldHaveSingleItem();
        (pat.Description.Value, pat.SeenAt, pat.CreatedAt).ShouldBe(("laptop", Now.AddDays(-1), Now.AddDays(-9)));
        pat.Scopes.ShouldNotBeNull().ToString().ShouldBe("api:read deploy:write");
        await ShouldBeFoundByAsync(pat.Id, pat.Scopes);
        var events = await Get<IEventRepository>().GetPageAsync(new EventFilter { SubjectUserId = found.User.Id }, new EventSlice(10), Cancel);
        events.Events.Select(entry => entry.Type).ShouldBe([EventType.PatCreated, EventType.UserCreated], ignoreOrder: true);
        events.Events.ShouldAllBe(entry => entry.CreatedBy == "command line" && entry.Data!.Contains("importedFrom") && !entry.Data.Contains(Hash));
    }

    [Fact]
    public async Task A_second_run_takes_only_what_is_new_and_brings_nothing_back()
    {
        var account = Account() with { Tokens = [Token("one"), Token("two")] };
        await ImportAsync(account);
        var user = (await Get<IUserRepository>().FindForSignInAsync(account.Username!, Cancel))!.User;
        var revoked = (await Get<IPatRepository>().GetAllAsync(user.Id, Cancel))[0];
        await Get<IPatRepository>().DeleteAsync(user.Id, revoked.Id, By(user.Id, EventType.PatDeleted), Cancel);

        var report = await ImportAsync(account with { Role = "Admin", Tokens = [.. account.Tokens, Token("three")] });

        (report.Users.Taken, report.Users.Earlier).ShouldBe((0, 1));
        (report.Tokens.Taken, report.Tokens.Earlier, report.Tokens.Left).ShouldBe((1, 1, 1));
        (await Get<IPatRepository>().GetAllAsync(user.Id, Cancel)).Select(pat => pat.Description.Value).ShouldBe(["two", "three"]);
        (await Get<IUserRepository>().FindAsync(user.Id, Cancel))!.RootRole.ShouldBe(RootRole.Editor);
    }

    [Fact]
    public async Task An_account_that_was_deleted_here_does_not_come_back()
    {
        var account = Account() with { Tokens = [Token("one")] };
        await ImportAsync(account);
        var user = (await Get<IUserRepository>().FindForSignInAsync(account.Username!, Cancel))!.User;
        await Get<IUserRepository>().DeleteAsync(user.Id, AccountType.User, By(user.Id, EventType.UserDeleted), Cancel);

        var report = await ImportAsync(account);

        (report.Users.Left, report.Tokens.Left).ShouldBe((1, 1));
        (await Get<IUserRepository>().FindForSignInAsync(account.Username!, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_changes_nothing()
    {
        var account = Account() with { Tokens = [.. Enumerable.Range(0, 12).Select(_ => Token("same"))] };
        var namesake = Account() with { Username = account.Username!.ToUpperInvariant() };

        var dry = await ImportAsync(isDryRun: true, account, namesake);
        (await Get<IUserRepository>().FindForSignInAsync(account.Username, Cancel)).ShouldBeNull();
        var real = await ImportAsync(isDryRun: false, account, namesake);

        (dry.Users, dry.Tokens).ShouldBe((real.Users, real.Tokens));
        (real.Users.Taken, real.Users.Left, real.Tokens.Taken, real.Tokens.Changed, real.Tokens.Left).ShouldBe((1, 1, 10, 9, 2));
    }

    [Fact]
    public async Task A_name_of_another_account_is_not_taken_and_that_account_stays_as_it_is()
    {
        var user = (await Get<IUserRepository>().FindAsync(await NewUserAsync(), Cancel))!;

        var report = await ImportAsync(Account() with { Username = user.Username!.ToUpperInvariant(), Tokens = [Token("one")] });

        (report.Users.Left, report.Tokens.Left).ShouldBe((1, 1));
        (await Get<IUserRepository>().FindAsync(user.Id, Cancel)).ShouldBe(user);
        (await Get<IPatRepository>().GetAllAsync(user.Id, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repetition_of_what_was_stored_meanwhile_stores_nothing()
    {
        var account = Account();
        var user = new NewUser(AccountType.User, account.Username, null, null, RootRole.Viewer, null, Now);
        var import = new NewImport(ImportKey.OfAccount("test", account.Id), "test", null, user, [], 10, By(1, EventType.UserCreated));

        (await Get<IImportRepository>().AddAsync(import, Cancel)).ShouldBeTrue();
        (await Get<IImportRepository>().AddAsync(import, Cancel)).ShouldBeFalse();
    }

    private async Task ShouldBeFoundByAsync(long tokenId, TokenScopes scopes)
    {
        foreach (var scope in scopes)
        {
            (await Get<IInventoryRepository>().GetIdsAsync(InventoryCalls.Criteria(new() { Scope = scope }), Cancel)).ShouldContain(tokenId, scope);
        }
    }

    private static SourceAccount Account() => Account(NewName());

    private static SourceAccount Account(string name) =>
        new(name, AccountType.User, name, null, "A person", "Editor") { CreatedAt = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private SourceToken Token(string description, TokenSecret? secret = null) =>
        new(description, description, Now.AddDays(-9), Now.AddDays(90))
        {
            Credential = SourceCredential.OfSecret((secret ?? TokenSecret.Generate()).Reveal()),
        };

    private Task<ImportReport> ImportAsync(params SourceAccount[] accounts) => ImportAsync(isDryRun: false, accounts);

    private Task<ImportReport> ImportAsync(bool isDryRun, params SourceAccount[] accounts) =>
        Fixture.Node(services => services.AddSingleton<ICurrentUser>(new CommandLine()))
            .GetRequiredService<IMediator>().Send(new ImportAccountsCommand(new Source(accounts), isDryRun), Cancel);

    private sealed class CommandLine : ICurrentUser
    {
        public Caller Caller { get; } = new(null, "command line", RootRole.Admin);

        public long? SessionId => null;
    }

    private sealed class Source(SourceAccount[] accounts) : IImportSource
    {
        public Task<string> GetNameAsync(CancellationToken cancellationToken) => Task.FromResult("test");

        public IAsyncEnumerable<SourceAccount> ReadAsync(CancellationToken cancellationToken) => accounts.ToAsyncEnumerable();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
