using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 3: sessions are kept in the database, slide, and end there.</summary>
public abstract class SessionRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly VerifiedPassword NoPassword = new(Hash: null);

    private ISessionRepository Sessions => Get<ISessionRepository>();

    private SessionAuthenticator Authenticator => Get<SessionAuthenticator>();

    [Fact]
    public async Task A_session_is_found_by_its_key_until_the_instant_it_ends()
    {
        var session = await BeginAsync(await NewUserAsync());

        var found = await Authenticator.FindLiveAsync(session.KeyHash, session.ExpiresAt.AddMilliseconds(-1), Cancel);

        found!.Caller.UserId.ShouldBe(session.UserId);
        found.Caller.Role.ShouldBe(RootRole.Viewer);
        found.LastUsedAt.ShouldBe(session.CreatedAt);
        (await Authenticator.FindLiveAsync(session.KeyHash, session.ExpiresAt, Cancel)).ShouldBeNull();
        (await Authenticator.FindLiveAsync(RandomNumberGenerator.GetBytes(32), session.CreatedAt, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_use_prolongs_a_session_and_never_goes_back()
    {
        var session = await BeginAsync(await NewUserAsync());
        var id = (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel))!.Id;
        var later = session.CreatedAt.AddHours(2);
        var past = session.ExpiresAt.AddHours(1);
        var elsewhere = Fixture.Node().GetRequiredService<SessionAuthenticator>();

        Get<SessionUses>().Mark(id, later);
        Get<SessionUses>().Mark(id, later.AddHours(-1));

        (await Authenticator.FindLiveAsync(session.KeyHash, past, Cancel))!.LastUsedAt.ShouldBe(later);
        (await elsewhere.FindLiveAsync(session.KeyHash, past, Cancel)).ShouldBeNull();
        await Get<SessionUses>().FlushAsync(Cancel);
        (await elsewhere.FindLiveAsync(session.KeyHash, past, Cancel))!.LastUsedAt.ShouldBe(later);
        (await elsewhere.FindLiveAsync(session.KeyHash, later + SessionPolicy.Lifetime, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_nodes_that_saw_one_session_leave_the_later_use()
    {
        var session = await BeginAsync(await NewUserAsync());
        var id = (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel))!.Id;
        var later = session.CreatedAt.AddHours(2);

        await Get<ISessionVerifierStore>().WriteLastUsedAsync([new LastUse(id, later), new LastUse(long.MaxValue, later)], Cancel);
        await Get<ISessionVerifierStore>().WriteLastUsedAsync([new LastUse(id, later.AddHours(-1))], Cancel);

        (await Authenticator.FindLiveAsync(session.KeyHash, later, Cancel))!.LastUsedAt.ShouldBe(later);
    }

    [Fact]
    public async Task A_use_does_not_bring_an_ended_session_back()
    {
        var user = await NewUserAsync();
        var session = await BeginAsync(user);
        var id = (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel))!.Id;

        Get<SessionUses>().Mark(id, session.CreatedAt.AddHours(1));
        await Sessions.EndAsync(id, Client, By(user, EventType.UserSignedOut), Cancel);
        await Get<SessionUses>().FlushAsync(Cancel);

        (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Beginning_one_counts_the_live_ones_and_clears_the_ended_ones_away()
    {
        var user = await NewUserAsync();
        var old = await BeginAsync(user);
        Time.Advance(SessionPolicy.Lifetime);
        await BeginAsync(user);

        var counts = await Sessions.BeginAsync(NewSession(user), NoPassword, SignedIn(user), Cancel);

        counts.ShouldBe(new SessionCounts(2, 0));
        (await Authenticator.FindLiveAsync(old.KeyHash, old.CreatedAt, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_first_end_counts_and_is_recorded()
    {
        var user = await NewUserAsync();
        var session = await BeginAsync(user);
        var id = (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel))!.Id;
        var signedOut = By(user, EventType.UserSignedOut);

        (await Sessions.EndAsync(id, Client, signedOut, Cancel)).ShouldBeTrue();
        (await Sessions.EndAsync(id, Client, signedOut, Cancel)).ShouldBeFalse();

        (await EventsAsync(user, EventType.UserSignedOut)).Count.ShouldBe(1);
        (await Authenticator.FindLiveAsync(session.KeyHash, session.CreatedAt, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Failures_are_counted_until_a_session_begins()
    {
        var user = await NewUserAsync();
        var failed = By(user, EventType.UserSignInFailed);
        await Sessions.RecordFailureAsync(user, Client, failed, Cancel);
        await Sessions.RecordFailureAsync(user, Client, failed, Cancel);
        (await Get<IUserRepository>().FindAsync(user, Cancel))!.LoginAttempts.ShouldBe(2);
        (await EventsAsync(user, EventType.UserSignInFailed)).Count.ShouldBe(2);

        await BeginAsync(user);

        (await Get<IUserRepository>().FindAsync(user, Cancel))!.LoginAttempts.ShouldBe(0);
    }

    [Fact]
    public async Task What_expired_long_ago_is_deleted_in_batches_and_nothing_else()
    {
        // Later than those of the other tests, which go first.
        Time.Advance(TimeSpan.FromHours(1));
        var user = await NewUserAsync();
        var old = new List<NewSession> { await BeginAsync(user), await BeginAsync(user), await BeginAsync(user) };
        Time.Advance(TimeSpan.FromHours(1));
        var young = await BeginAsync(await NewUserAsync());
        var expiredBy = old[0].ExpiresAt;

        await Sessions.DeleteExpiredAsync(expiredBy.AddMilliseconds(-1), 500, Cancel);
        (await Sessions.GetLiveAsync(user, DateTimeOffset.UnixEpoch, Cancel)).Count.ShouldBe(3);
        (await Sessions.DeleteExpiredAsync(expiredBy, 2, Cancel)).ShouldBe(2);
        (await Sessions.DeleteExpiredAsync(expiredBy, 2, Cancel)).ShouldBe(1);
        (await Sessions.DeleteExpiredAsync(expiredBy, 2, Cancel)).ShouldBe(0);

        (await Sessions.GetLiveAsync(user, DateTimeOffset.UnixEpoch, Cancel)).ShouldBeEmpty();
        (await Authenticator.FindLiveAsync(young.KeyHash, young.CreatedAt, Cancel)).ShouldNotBeNull();
    }

    private static SignInEventData Client => new("::1", "a test");

    private static AuditStamp SignedIn(long user) =>
        new(EventType.UserSignedIn, "somebody", user, DateTimeOffset.UnixEpoch);

    private NewSession NewSession(long user) => new(
        user, RandomNumberGenerator.GetBytes(SessionKey.HashLength), Now, Now + SessionPolicy.Lifetime, "::1", "a test");

    private async Task<NewSession> BeginAsync(long user)
    {
        var session = NewSession(user);
        await Sessions.BeginAsync(session, NoPassword, SignedIn(user), Cancel);
        return session;
    }
}
