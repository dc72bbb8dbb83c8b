using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>The event log by what was done to accounts and tokens, by time and by text.</summary>
public abstract class EventSubjectTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task What_was_done_to_an_account_is_found_whoever_did_it()
    {
        var (user, admin) = (await NewUserAsync(), await NewUserAsync());
        var pat = await StoredAsync(NewPat(user, "own"));
        await Get<IPatRepository>().UpdateAsync(userId: null, pat.Id, found => found with { IsEnabled = false }, By(admin, EventType.PatUpdated), Cancel);
        await Get<IPatRepository>().DeleteAsync(user, pat.Id, By(admin, EventType.PatDeleted), Cancel);
        await Get<IUserRepository>().UpdateAsync(
            new AccountUpdate(user, AccountType.User, "Renamed", null, null, null), By(admin, EventType.UserUpdated), Cancel);
        await Get<ISessionRepository>().RecordFailureAsync(user, new SignInEventData("::1", null), By(user, EventType.UserSignInFailed), Cancel);
        await Get<IUserRepository>().DeleteAsync(user, AccountType.User, By(admin, EventType.UserDeleted), Cancel);

        (await TypesAsync(new EventFilter { SubjectUserId = user })).ShouldBe(
            [EventType.UserDeleted, EventType.UserSignInFailed, EventType.UserUpdated, EventType.PatDeleted, EventType.PatUpdated, EventType.PatCreated, EventType.UserCreated]);
        (await TypesAsync(new EventFilter { SubjectUserId = user, UserIds = [user] })).ShouldBe([EventType.UserSignInFailed, EventType.PatCreated]);
        (await TypesAsync(new EventFilter { SubjectUserId = user, Types = [EventType.PatDeleted, EventType.UserDeleted] }))
            .ShouldBe([EventType.UserDeleted, EventType.PatDeleted]);
        (await TypesAsync(new EventFilter { SubjectUserId = admin })).ShouldBe([EventType.UserCreated]);
        (await TypesAsync(new EventFilter { UserIds = [admin] })).ShouldBe(
            [EventType.UserDeleted, EventType.UserUpdated, EventType.PatDeleted, EventType.PatUpdated]);
    }

    [Fact]
    public async Task A_token_has_a_history()
    {
        var user = await NewUserAsync();
        var (one, other) = (await StoredAsync(NewPat(user, "one")), await StoredAsync(NewPat(user, "other")));
        await Get<IPatRepository>().UpdateAsync(user, one.Id, found => found with { IsEnabled = false }, By(user, EventType.PatUpdated), Cancel);
        await Get<IPatRepository>().DeleteAsync(user, one.Id, By(user, EventType.PatDeleted), Cancel);

        (await TypesAsync(new EventFilter { TokenId = one.Id })).ShouldBe([EventType.PatDeleted, EventType.PatUpdated, EventType.PatCreated]);
        (await TypesAsync(new EventFilter { TokenId = other.Id })).ShouldBe([EventType.PatCreated]);
        (await GetAsync(new EventFilter { TokenId = one.Id }, new EventSlice(1))).Total.ShouldBe(new EventTotal(3, false));
    }

    [Fact]
    public async Task An_event_says_to_whom_and_from_where_it_was_done()
    {
        const string address = "203.0.113.9";
        var (user, admin) = (await NewUserAsync(), await NewUserAsync());

        // Not taken for the address.
        var pat = await StoredAsync(NewPat(user, "\"address\":\"198.51.100.7\""));
        await Get<IPatRepository>().UpdateAsync(userId: null, pat.Id, found => found with { IsEnabled = false }, By(admin, EventType.PatUpdated) with { Address = address }, Cancel);
        await Get<IPatRepository>().DeleteAsync(user, pat.Id, By(user, EventType.PatDeleted) with { Address = address }, Cancel);

        var events = (await GetAsync(new EventFilter { TokenId = pat.Id }, new EventSlice(10))).Events;
        await Get<IUserRepository>().DeleteAsync(user, AccountType.User, By(admin, EventType.UserDeleted) with { Address = address }, Cancel);
        var deleted = (await GetAsync(new EventFilter { SubjectUserId = user }, new EventSlice(1))).Events[0];

        events.Select(entry => entry.SubjectUserId).ShouldBe([null, user, null]);
        events[1].Subject.ShouldNotBeNullOrEmpty();
        events.ShouldAllBe(entry => entry.TokenId == pat.Id);
        events.Select(entry => entry.Ip).ShouldBe([address, address, null]);
        (deleted.Ip, deleted.SubjectUserId, deleted.Subject).ShouldBe((address, user, null));
        (await TypesAsync(new EventFilter { TokenId = pat.Id, Query = address })).ShouldBe([EventType.PatDeleted, EventType.PatUpdated]);
    }

    [Fact]
    public async Task Times_join_with_what_an_index_has()
    {
        var user = await NewUserAsync();
        for (var day = 0; day < 6; day++)
        {
            await StoreAsync(NewPat(user, $"day {day}"), user, Now.AddDays(day));
        }

        var days = new EventFilter { UserIds = [user], From = Now.AddDays(1), To = Now.AddDays(4) };
        var page = await GetAsync(days, new EventSlice(2));
        var rest = await GetAsync(days, new EventSlice(2, Position: page.Older));

        Days(page).ShouldBe([3, 2]);
        Days(rest).ShouldBe([1]);
        (page.Total, rest.Older).ShouldBe((new EventTotal(3, false), null));
        Days(await GetAsync(days, new EventSlice(2, 2))).ShouldBe([1]);
        Days(await GetAsync(days with { From = null }, new EventSlice(10))).ShouldBe([3, 2, 1, 0]);
        Days(await GetAsync(days with { To = null, UserIds = null, SubjectUserId = user }, new EventSlice(10))).ShouldBe([5, 4, 3, 2, 1]);
        Days(await GetAsync(days with { To = null }, new EventSlice(2, Position: new EventPosition(0, IsNewer: true)))).ShouldBe([2, 1]);
        (await GetAsync(days with { From = Now.AddDays(9), To = null }, new EventSlice(2))).Events.ShouldBeEmpty();

        int[] Days(EventPage found) => [.. found.Events.Select(entry => (int)(entry.CreatedAt - Now).TotalDays)];
    }

    [Theory]
    [InlineData("größe", true)]
    [InlineData("GRÖẞE 42", true)]
    [InlineData("a \"quoted\"", true)]
    [InlineData("PAT-CREAT", true)]
    [InlineData("SomeBody", true)]
    [InlineData("expiresAt", false)]
    [InlineData("description\":", false)]
    [InlineData("%", false)]
    public async Task A_text_is_found_in_any_case_in_values_alone(string query, bool isFound)
    {
        var user = await NewUserAsync();
        await StoreAsync(NewPat(user, "Größe 42 of a \"quoted\" \ud83d\ude80"));

        (await TypesAsync(new EventFilter { UserIds = [user], Query = query })).Count.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public async Task The_accounts_that_did_something_are_listed()
    {
        var (active, idle) = (await NewUserAsync(), await NewUserAsync());
        await StoreAsync(NewPat(active, "some"));

        var creators = (await Get<IEventRepository>().GetCreatorsAsync(1000, Cancel)).ToDictionary(creator => creator.Id);

        creators[active].Name.ShouldNotBeEmpty();
        creators.ShouldNotContainKey(idle);
    }

    private Task<WriteResult<PersonalAccessToken>> StoreAsync(NewPat pat, long user, DateTimeOffset at) =>
        Get<IPatRepository>().CreateAsync(pat, 10, By(user, EventType.PatCreated) with { CreatedAt = at }, Cancel);

    private async Task<IReadOnlyList<string>> TypesAsync(EventFilter filter) =>
        [.. (await GetAsync(filter, new EventSlice(100))).Events.Select(entry => entry.Type)];

    private Task<EventPage> GetAsync(EventFilter filter, EventSlice slice) => Get<IEventRepository>().GetPageAsync(filter, slice, Cancel);
}
