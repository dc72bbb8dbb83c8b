using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 11.1: a link works once, however many use it at once.</summary>
public abstract class PasswordLinkRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Rounds = 100;

    private static readonly string[] Hashes = ["first", "second"];

    private IPasswordLinkRepository Links => Get<IPasswordLinkRepository>();

    [Fact]
    public async Task A_link_comes_back_as_it_was_stored()
    {
        var (user, link) = await InvitedAsync();

        var found = (await Links.FindAsync(link.Selector, Cancel)).ShouldNotBeNull();

        found.User.ShouldBe(user);
        found.Verifier.ShouldBe(link.Verifier);
        (found.CreatedBy, found.ExpiresAt).ShouldBe(("admin", link.ExpiresAt));
        (await Links.FindAsync(PasswordLinkToken.Generate().Selector!, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_uses_at_once_exactly_one_sets_the_password()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (user, link) = await InvitedAsync();

            var used = await Task.WhenAll(Hashes.Select(hash => Task.Run(() => UseAsync(user, link, hash))));

            used.Count(isUsed => isUsed).ShouldBe(1, $"round {round}");
            (await Get<IUserRepository>().FindCredentialsAsync(user.Id, Cancel))!.PasswordHash.ShouldBe(used[0] ? Hashes[0] : Hashes[1]);
            (await EventsAsync(user.Id, EventType.UserPasswordChanged)).Count.ShouldBe(1);
            (await Links.FindAsync(link.Selector, Cancel)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Of_two_links_at_once_one_stays()
    {
        for (var round = 0; round < Rounds / 4; round++)
        {
            var (user, _) = await InvitedAsync();
            var links = new[] { NewLink(), NewLink() };

            var created = await Task.WhenAll(links.Select(link => Task.Run(() => CreateAsync(user, link))));

            created.ShouldAllBe(isCreated => isCreated);
            var found = await Task.WhenAll(links.Select(link => Links.FindAsync(link.Selector, Cancel)));
            found.Count(link => link is not null).ShouldBe(1, $"round {round}");
        }
    }

    [Fact]
    public async Task A_use_beside_a_later_link_leaves_one_of_the_two()
    {
        for (var round = 0; round < Rounds / 4; round++)
        {
            var (user, link) = await InvitedAsync();
            var later = NewLink();

            var use = Task.Run(() => UseAsync(user, link, "new"));
            (await Task.Run(() => CreateAsync(user, later))).ShouldBeTrue();

            await use;
            (await Links.FindAsync(link.Selector, Cancel)).ShouldBeNull();
            (await Links.FindAsync(later.Selector, Cancel)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_use_ends_every_session_of_the_user()
    {
        var (user, link) = await InvitedAsync();
        var session = new NewSession(user.Id, Guid.NewGuid().ToByteArray().Concat(new byte[16]).ToArray(), Now, Now.AddDays(2), null, null);
        await Get<ISessionRepository>().BeginAsync(session, new VerifiedPassword(null), By(user.Id, EventType.UserSignedIn), Cancel);

        (await UseAsync(user, link, "new")).ShouldBeTrue();

        (await Get<ISessionRepository>().GetLiveAsync(user.Id, Now, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_link_and_one_of_a_user_who_is_switched_off_set_nothing()
    {
        var (late, expired) = await InvitedAsync();
        var (off, ofOff) = await InvitedAsync();
        await Get<IUserRepository>().UpdateAsync(
            new AccountUpdate(off.Id, AccountType.User, null, null, null, IsEnabled: false), By(off.Id, EventType.UserUpdated), Cancel);

        var audit = By(late.Id, EventType.UserPasswordChanged) with { CreatedAt = expired.ExpiresAt };
        (await Links.UseAsync(new PasswordLinkUse(late, expired.Selector, "new"), audit, Cancel)).ShouldBeFalse();
        (await UseAsync(off, ofOff, "new")).ShouldBeFalse();
        (await CreateAsync(off with { Id = long.MaxValue }, NewLink())).ShouldBeFalse();

        (await Get<IUserRepository>().FindCredentialsAsync(late.Id, Cancel))!.PasswordHash.ShouldBeNull();
    }

    private NewPasswordLink NewLink() => NewPasswordLink.Of(PasswordLinkToken.Generate(), "admin", Now);

    private Task<bool> CreateAsync(User user, NewPasswordLink link) =>
        Links.CreateAsync(user, link, AuditStamp.BySystem(EventType.PasswordLinkCreated, Now), Cancel);

    private Task<bool> UseAsync(User user, NewPasswordLink link, string hash) =>
        Links.UseAsync(new PasswordLinkUse(user, link.Selector, hash), By(user.Id, EventType.UserPasswordChanged), Cancel);

    private async Task<(User User, NewPasswordLink Link)> InvitedAsync()
    {
        var link = NewLink();
        var user = new NewUser(AccountType.User, NewName(), null, null, RootRole.Viewer, null, Now) { Invitation = link };
        var result = await Get<IUserRepository>().CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel);
        return (result.Value!, link);
    }
}
