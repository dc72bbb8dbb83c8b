using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>Each change that makes wrong what nodes remember is named in its transaction (decision 31).</summary>
public abstract class RevocationStoreTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IRevocationStore Revocations => Get<IRevocationStore>();

    private IUserRepository Users => Get<IUserRepository>();

    private IAdminTokenRepository AdminTokens => Get<IAdminTokenRepository>();

    [Fact]
    public async Task A_deleted_token_is_named_once()
    {
        var user = await NewUserAsync();
        var pat = await StoredAsync(NewPat(user, "ci"));

        await ShouldNameAsync(RevokedSubject.Pat, pat.Id, () => Get<IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel));
        await ShouldNameNothingAsync(() => Get<IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel));
        await ShouldNameNothingAsync(() => StoredAsync(NewPat(user, "ci")));
    }

    [Fact]
    public async Task An_account_that_changes_or_ends_is_named()
    {
        // There is always one left, so that the demotion is not that of the last administrator.
        await NewAdministratorAsync();
        var user = await NewUserAsync();

        await ShouldNameAsync(RevokedSubject.Account, user, () => UpdateAsync(user, RootRole.Admin));
        await ShouldNameNothingAsync(() => UpdateAsync(user, RootRole.Admin));
        await ShouldNameAsync(RevokedSubject.Account, user, () => UpdateAsync(user, RootRole.Viewer));
        await ShouldNameAsync(
            RevokedSubject.Account, user, () => Users.DeleteAsync(user, AccountType.User, System(EventType.UserDeleted), Cancel));
        await ShouldNameNothingAsync(() => Users.DeleteAsync(user, AccountType.User, System(EventType.UserDeleted), Cancel));
    }

    [Fact]
    public async Task An_admin_token_that_changes_hands_or_ends_is_named()
    {
        var (first, second) = (await NewAdministratorAsync(), await NewAdministratorAsync());
        var token = await CreateAdminTokenAsync(first);

        await ShouldNameAsync(
            RevokedSubject.AdminToken, token, () => AdminTokens.TakeOverAsync(token, second, System(EventType.AdminTokenTakenOver), Cancel));
        await ShouldNameAsync(
            RevokedSubject.AdminToken, token, () => AdminTokens.DeleteAsync(token, System(EventType.AdminTokenDeleted), Cancel));
        await ShouldNameNothingAsync(() => AdminTokens.DeleteAsync(token, System(EventType.AdminTokenDeleted), Cancel));
    }

    [Fact]
    public async Task Old_ones_are_deleted_in_batches()
    {
        for (var number = 0; number < 5; number++)
        {
            var pat = await StoredAsync(NewPat(await NewUserAsync(), "ci"));
            await Get<IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel);
        }

        var all = await Revocations.ReadAfterAsync(0, Cancel);
        var last = all[^2].Id;

        (await Revocations.DeleteThroughAsync(last, 2, Cancel)).ShouldBe(2);
        (await Revocations.DeleteThroughAsync(last, all.Count, Cancel)).ShouldBe(all.Count - 3);
        (await Revocations.DeleteThroughAsync(last, all.Count, Cancel)).ShouldBe(0);

        (await Revocations.ReadAfterAsync(0, Cancel)).ShouldBe([all[^1]]);
    }

    [Fact]
    public async Task A_node_forgets_what_another_one_revokes()
    {
        var secret = TokenSecret.Generate();
        var pat = await StoredAsync(
            NewPat(await NewUserAsync(), "ci") with { Selector = secret.Selector, Verifier = secret.Verifier() });
        var feed = Get<RevocationFeed>();
        await feed.ReadAsync(Cancel);
        (await VerifyAsync(secret)).ShouldBeTrue();

        await Get<IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel);
        (await VerifyAsync(secret)).ShouldBeTrue("it is remembered until the revocations are read");
        await feed.ReadAsync(Cancel);

        (await VerifyAsync(secret)).ShouldBeFalse();
    }

    private async Task<bool> VerifyAsync(TokenSecret secret) =>
        (await Get<TokenAuthenticator>().AuthenticateAsync(secret.Reveal().AsMemory(), null, Cancel)).Caller is not null;

    private AuditStamp System(string type) => AuditStamp.BySystem(type, Now);

    private Task<WriteResult<User>> UpdateAsync(long user, RootRole role) => Users.UpdateAsync(
        new AccountUpdate(user, AccountType.User, null, null, role), System(EventType.UserUpdated), Cancel);

    private async Task<long> NewAdministratorAsync()
    {
        var user = await NewUserAsync();
        await UpdateAsync(user, RootRole.Admin);
        return user;
    }

    private async Task<long> CreateAdminTokenAsync(long creator)
    {
        var secret = TokenSecret.GenerateAdmin();
        var token = new NewAdminToken(NewName(), secret.Selector, secret.Verifier(), Now, Now.AddDays(1), creator);
        return (await AdminTokens.CreateAsync(token, System(EventType.AdminTokenCreated), Cancel)).Value!.Id;
    }

    private async Task ShouldNameAsync(RevokedSubject subject, long id, Func<Task> change)
    {
        var named = (await NamedByAsync(change)).ShouldHaveSingleItem();
        (named.Subject, named.SubjectId).ShouldBe((subject, id));
    }

    private async Task ShouldNameNothingAsync(Func<Task> change) => (await NamedByAsync(change)).ShouldBeEmpty();

    private async Task<IReadOnlyList<Revocation>> NamedByAsync(Func<Task> change)
    {
        var before = await Revocations.ReadAfterAsync(0, Cancel);
        await change();
        return await Revocations.ReadAfterAsync(before.Count == 0 ? 0 : before[^1].Id, Cancel);
    }
}
