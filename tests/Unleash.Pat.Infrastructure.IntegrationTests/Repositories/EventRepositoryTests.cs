using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>The event log: newest first, by page, by kind, by account.</summary>
public abstract class EventRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Pages_are_newest_first_and_the_total_counts_all_of_them()
    {
        var user = await NewUserAsync();
        for (var number = 0; number < 5; number++)
        {
            await StoreAsync(NewPat(user, $"token {number}"));
        }

        var first = await GetAsync(new EventFilter { UserIds = [user] }, new EventSlice(2));
        var second = await GetAsync(new EventFilter { UserIds = [user] }, new EventSlice(2, 2));
        var past = await GetAsync(new EventFilter { UserIds = [user] }, new EventSlice(2, 5));

        first.Total.ShouldBe(new EventTotal(5, false));
        first.Events.Concat(second.Events).Select(entry => entry.Id).ShouldBeInOrder(SortDirection.Descending);
        first.Events.Count.ShouldBe(2);
        first.Older.ShouldNotBeNull();
        second.Events.Count.ShouldBe(2);
        past.Events.ShouldBeEmpty();
        past.Total.ShouldBe(new EventTotal(5, false));
    }

    [Fact]
    public async Task Filters_join()
    {
        var user = await NewUserAsync();
        var other = await NewUserAsync();
        var pat = await StoredAsync(NewPat(user, "mine"));
        await StoreAsync(NewPat(other, "theirs"));
        await Get<Application.Tokens.IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel);

        var mine = await GetAsync(new EventFilter { UserIds = [user] }, new EventSlice(10));
        var deleted = await GetAsync(new EventFilter { Types = [EventType.PatDeleted], UserIds = [user] }, new EventSlice(10));
        var ofKind = await GetAsync(new EventFilter { Types = [EventType.PatCreated] }, new EventSlice(1000));
        var all = await GetAsync(new EventFilter(), new EventSlice(1000));

        mine.Events.Select(entry => entry.Type).ShouldBe([EventType.PatDeleted, EventType.PatCreated]);
        deleted.Events.ShouldHaveSingleItem().CreatedByUserId.ShouldBe(user);
        ofKind.Events.ShouldAllBe(entry => entry.Type == EventType.PatCreated);
        all.Total.Count.ShouldBeGreaterThan(ofKind.Total.Count);
    }

    [Fact]
    public async Task Pages_that_begin_before_an_event_neither_repeat_nor_skip()
    {
        var user = await NewUserAsync();
        var pats = Enumerable.Range(0, 5).Select(number => NewPat(user, $"token {number}")).ToList();
        foreach (var pat in pats)
        {
            await StoreAsync(pat);
        }

        var first = await GetAsync(new EventFilter { Types = [EventType.PatCreated], UserIds = [user] }, new EventSlice(2));
        await StoreAsync(NewPat(user, "meanwhile"));
        var second = await GetAsync(new EventFilter { Types = [EventType.PatCreated], UserIds = [user] }, new EventSlice(2, Position: Before(first.Events[^1].Id)));
        var last = await GetAsync(new EventFilter { Types = [EventType.PatCreated], UserIds = [user] }, new EventSlice(2, Position: Before(second.Events[^1].Id)));

        string.Concat(first.Events.Concat(second.Events).Concat(last.Events).Select(entry => entry.Data![^30..]))
            .ShouldBe(string.Concat((await EventsAsync(user, EventType.PatCreated)).Skip(1).Select(entry => entry.Data![^30..])));
        (first.Older, second.Older, last.Older).ShouldBe((Before(first.Events[^1].Id), Before(second.Events[^1].Id), null));
        (first.Newer, second.Newer, last.Newer).ShouldBe((null, After(first.Older!.Id), After(second.Older!.Id)));
        last.Total.ShouldBe(new EventTotal(6, false));
    }

    [Fact]
    public async Task Pages_of_newer_events_lead_back_and_then_on_to_what_happens_meanwhile()
    {
        var user = await NewUserAsync();
        for (var number = 0; number < 5; number++)
        {
            await StoreAsync(NewPat(user, $"token {number}"));
        }

        var filter = new EventFilter { UserIds = [user] };
        var all = await GetAsync(filter, new EventSlice(10));
        var oldest = await GetAsync(filter, new EventSlice(2, Position: Before(all.Events[2].Id)));
        var newer = await GetAsync(filter, new EventSlice(2, Position: oldest.Newer));
        var newest = await GetAsync(filter, new EventSlice(2, Position: newer.Newer));
        await StoreAsync(NewPat(user, "meanwhile"));
        var meanwhile = await GetAsync(filter, new EventSlice(10, Position: newest.Tail));
        var nothing = await GetAsync(filter, new EventSlice(10, Position: meanwhile.Tail));

        Ids(newer).ShouldBe(Ids(all)[1..3]);
        Ids(newest).ShouldBe(Ids(all)[..1]);
        (newest.Newer, newest.Older).ShouldBe((null, newer.Newer! with { IsNewer = false }));
        meanwhile.Events.ShouldHaveSingleItem().Id.ShouldBeGreaterThan(Ids(all)[0]);
        (nothing.Events.Count, nothing.Newer, nothing.Tail).ShouldBe((0, null, meanwhile.Tail));
        all.Tail.ShouldBe(newest.Tail);
    }

    [Fact]
    public async Task A_log_without_events_has_a_place_where_they_begin()
    {
        var user = await NewUserAsync();
        var filter = new EventFilter { UserIds = [user] };

        var empty = await GetAsync(filter, new EventSlice(10));
        await StoreAsync(NewPat(user, "first"));

        empty.Tail.ShouldBe(After(0));
        (await GetAsync(filter, new EventSlice(10, Position: empty.Tail))).Events.ShouldHaveSingleItem();
    }

    private static long[] Ids(EventPage page) => [.. page.Events.Select(entry => entry.Id)];

    private static EventPosition After(long id) => new(id, IsNewer: true);

    private static EventPosition Before(long id) => new(id - 1, IsNewer: false);

    private Task<EventPage> GetAsync(EventFilter filter, EventSlice slice) => Get<IEventRepository>().GetPageAsync(filter, slice, Cancel);
}
