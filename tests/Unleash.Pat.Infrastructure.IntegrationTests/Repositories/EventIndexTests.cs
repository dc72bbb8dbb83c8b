using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>
/// docs/decisions/0054-events-are-indexed-in-batches.md: a search finds an event from its commit on, whether the indexes have
/// it or not.
/// </summary>
[OneEngineOnly("SQL Server adds each event to its indexes at once.")]
public sealed class EventIndexTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private const int All = 1_000;

    private IEventRepository Events => Get<IEventRepository>();

    [Fact]
    public async Task A_search_finds_the_same_events_before_and_after_they_are_indexed()
    {
        await IndexAsync(All);
        var (user, admin, pat) = await DoThingsAsync();
        await ShouldFindAllAsync(user, admin, pat);

        (await IndexAsync(4)).ShouldBe(4);
        await ShouldFindAllAsync(user, admin, pat);
        (user, admin, pat) = await DoThingsAsync();
        await ShouldFindAllAsync(user, admin, pat);

        (await IndexAsync(All)).ShouldBeGreaterThan(4);
        await ShouldFindAllAsync(user, admin, pat);
        (await IndexAsync(All)).ShouldBe(0);
    }

    [Fact]
    public async Task The_oldest_are_indexed_first_and_none_that_may_not_be_settled()
    {
        await IndexAsync(All);
        var before = await Events.GetNewestIdAsync(Cancel);
        await DoThingsAsync();

        (await Events.IndexAsync(before, All, Cancel)).ShouldBe(0);
        (await Events.IndexAsync(before + 2, All, Cancel)).ShouldBe(2);
        (await Events.IndexAsync(before + 3, All, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Housekeeping_indexes_what_is_settled()
    {
        var node = Fixture.Node();
        await IndexAsync(All);
        await node.SettleAsync(Time, Cancel);
        await DoThingsAsync();
        await node.SettleAsync(Time, Cancel);

        (await node.RunAsync<IndexEvents>(Cancel)).ShouldBe(7);
        (await node.RunAsync<IndexEvents>(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Those_who_did_something_are_known_before_and_after_it_is_indexed()
    {
        var (user, _, _) = await DoThingsAsync();

        (await CreatorsAsync()).ShouldContain(user);
        await IndexAsync(All);
        (await CreatorsAsync()).ShouldContain(user);

        async Task<IEnumerable<long>> CreatorsAsync() => (await Events.GetCreatorsAsync(All, Cancel)).Select(creator => creator.Id);
    }

    private Task<int> IndexAsync(int count) => Events.IndexAsync(long.MaxValue, count, Cancel);

    /// <summary>Seven events.</summary>
    private async Task<(long User, long Admin, long Pat)> DoThingsAsync()
    {
        var (user, admin) = (await NewUserAsync(), await NewUserAsync());
        var pats = Get<IPatRepository>();
        var (own, other) = (await StoredAsync(NewPat(user, "own")), await StoredAsync(NewPat(user, "other")));
        await pats.UpdateAsync(userId: null, own.Id, found => found with { IsEnabled = false }, By(admin, EventType.PatUpdated), Cancel);
        await pats.DeleteAsync(user, own.Id, By(admin, EventType.PatDeleted), Cancel);
        await pats.DeleteAsync(user, other.Id, Deleted(other), Cancel);
        return (user, admin, own.Id);
    }

    private async Task ShouldFindAllAsync(long user, long admin, long pat)
    {
        var log = (await Events.GetPageAsync(new EventFilter(), new EventSlice(All), Cancel)).Events;
        (EventFilter Filter, Func<EventRecord, bool> Matches)[] searches =
        [
            (new() { Types = [EventType.PatDeleted] }, entry => entry.Type == EventType.PatDeleted),
            (new() { Types = [EventType.PatDeleted, EventType.PatCreated] }, entry => entry.Type is EventType.PatDeleted or EventType.PatCreated),
            (new() { UserIds = [user] }, entry => entry.CreatedByUserId == user),
            (new() { UserIds = [user, admin] }, entry => entry.CreatedByUserId == user || entry.CreatedByUserId == admin),
            (new() { UserIds = [user], Types = [EventType.PatCreated] }, entry => entry.CreatedByUserId == user && entry.Type == EventType.PatCreated),
            (new() { TokenId = pat }, entry => entry.TokenId == pat),
            (new() { TokenId = pat, Query = "own" }, entry => entry.TokenId == pat),
            (new() { SubjectUserId = user }, entry => entry.SubjectUserId == user || entry.CreatedByUserId == user),
            (new() { UserIds = [user], From = Now, To = Now.AddSeconds(1) }, entry => entry.CreatedByUserId == user),
            (new() { Ids = [log[1].Id, log[3].Id] }, entry => entry.Id == log[1].Id || entry.Id == log[3].Id),
        ];
        foreach (var (filter, matches) in searches)
        {
            await ShouldFindAsync(filter, [.. log.Where(matches).Select(entry => entry.Id)]);
        }
    }

    private async Task ShouldFindAsync(EventFilter filter, long[] expected)
    {
        expected.ShouldNotBeEmpty();
        (await IdsAsync(new EventSlice(All))).ShouldBe(expected);
        (await IdsAsync(new EventSlice(2))).ShouldBe(expected.Take(2));
        (await IdsAsync(new EventSlice(2, Offset: 1))).ShouldBe(expected.Skip(1).Take(2));
        (await IdsAsync(new EventSlice(2, Position: new EventPosition(expected[0] - 1, IsNewer: false)))).ShouldBe(expected.Skip(1).Take(2));
        (await IdsAsync(new EventSlice(2, Position: new EventPosition(0, IsNewer: true)))).ShouldBe(expected.TakeLast(2));
        if (filter is { Query: null, SubjectUserId: null })
        {
            (await Events.GetPageAsync(filter, new EventSlice(1), Cancel)).Total.ShouldBe(new EventTotal(expected.Length, IsCapped: false));
        }

        async Task<IEnumerable<long>> IdsAsync(EventSlice slice) =>
            (await Events.GetPageAsync(filter, slice, Cancel)).Events.Select(entry => entry.Id);
    }
}
