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

        var first = await GetAsync(new EventFilter(2, 0, null, user));
        var second = await GetAsync(new EventFilter(2, 2, null, user));
        var past = await GetAsync(new EventFilter(2, 5, null, user));

        first.Total.ShouldBe(new EventTotal(5, false));
        first.Events.Concat(second.Events).Select(entry => entry.Id).ShouldBeInOrder(SortDirection.Descending);
        first.Events.Count.ShouldBe(2);
        first.HasMore.ShouldBeTrue();
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

        var mine = await GetAsync(new EventFilter(10, 0, null, user));
        var deleted = await GetAsync(new EventFilter(10, 0, EventType.PatDeleted, user));
        var ofKind = await GetAsync(new EventFilter(1000, 0, EventType.PatCreated, null));
        var all = await GetAsync(new EventFilter(1000, 0, null, null));

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

        var first = await GetAsync(new EventFilter(2, 0, EventType.PatCreated, user));
        await StoreAsync(NewPat(user, "meanwhile"));
        var second = await GetAsync(new EventFilter(2, 0, EventType.PatCreated, user, first.Events[^1].Id));
        var last = await GetAsync(new EventFilter(2, 0, EventType.PatCreated, user, second.Events[^1].Id));

        string.Concat(first.Events.Concat(second.Events).Concat(last.Events).Select(entry => entry.Data![^30..]))
            .ShouldBe(string.Concat((await EventsAsync(user, EventType.PatCreated)).Skip(1).Select(entry => entry.Data![^30..])));
        (first.HasMore, second.HasMore, last.HasMore).ShouldBe((true, true, false));
        last.Total.ShouldBe(new EventTotal(6, false));
    }

    private Task<EventPage> GetAsync(EventFilter filter) => Get<IEventRepository>().GetAsync(filter, Cancel);
}
