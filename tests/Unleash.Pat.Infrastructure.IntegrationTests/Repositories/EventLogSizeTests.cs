using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>A log of more events than are counted.</summary>
public abstract class EventLogSizeTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Doublings = 14;
    private const int Size = 1 << Doublings;

    private const string Double = """
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        SELECT type, created_by, created_by_user_id, created_at, data, pre_data FROM events WHERE type <> @Kept
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if ((await GetAsync(0)).Older is null)
        {
            await FillAsync();
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("full", null)]
    [InlineData(null, 7L)]
    [InlineData("full", 7L)]
    public async Task The_first_page_says_that_there_are_more_than_were_counted(string? type, long? userId)
    {
        var page = await GetAsync(0, type, userId);

        page.Total.ShouldBe(new EventTotal(EventFilter.MaxCounted, true));
        page.Older.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_further_back_says_that_there_are_as_many_as_it_has_come_by()
    {
        (await GetAsync(12_000)).Total.ShouldBe(new EventTotal(12_100, true));
        (await GetAsync(Size - 5)).Total.ShouldBe(new EventTotal(Size + 1, true));
    }

    /// <summary>Ids are counted there, which have no gap here.</summary>
    [Fact]
    public async Task An_offset_that_is_too_far_to_count_leads_to_the_same_events()
    {
        var newest = (await GetAsync(0)).Events[0].Id;

        (await GetAsync(EventFilter.MaxCounted)).Events[0].Id.ShouldBe(newest - EventFilter.MaxCounted);
        (await GetAsync(EventFilter.MaxCounted + 1)).Events.Select(entry => entry.Id)
            .ShouldBe(Enumerable.Range(0, 100).Select(number => newest - EventFilter.MaxCounted - 1 - number));
        (await GetAsync(EventFilter.MaxCounted + 1)).Newer.ShouldBe(new EventPosition(newest - EventFilter.MaxCounted - 1, IsNewer: true));
        (await GetAsync(int.MaxValue)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_that_finds_too_little_stops_and_the_next_page_goes_on()
    {
        var oldest = await OldestAsync();
        var events = Get<IEventRepository>();
        var filter = new EventFilter { Query = "NEEDLE" };
        var pages = new List<EventPage> { await events.GetPageAsync(filter, new EventSlice(10), Cancel) };
        while (pages[^1].Older is { } older)
        {
            pages[^1].Events.ShouldBeEmpty();
            (pages[^1].IsCutShort, pages[^1].Total).ShouldBe((true, new EventTotal(0, true)));
            pages.Add(await events.GetPageAsync(filter, new EventSlice(10, Position: older), Cancel));
        }

        pages.Count.ShouldBe((Size / EventFilter.MaxLookedAt) + 1);
        pages[^1].Events.ShouldHaveSingleItem().Id.ShouldBe(oldest);
        pages[^1].IsCutShort.ShouldBeFalse();
    }

    private Task<EventPage> GetAsync(int offset, string? type = null, long? userId = null) =>
        Get<IEventRepository>().GetPageAsync(new EventFilter { Types = type is null ? [] : [type], UserIds = userId is { } id ? [id] : null }, new EventSlice(100, offset), Cancel);

    private async Task<long> OldestAsync() => (await Get<IEventRepository>().GetPageAsync(
        new EventFilter(), new EventSlice(1, Position: new EventPosition(0, IsNewer: true)), Cancel)).Events[0].Id;

    private Task<int> FillAsync() => Get<Database>().WriteAsync(
        async transaction =>
        {
            await transaction.RecordAsync(new AuditEvent("needle", "somebody", 8, Now), Cancel);
            await transaction.RecordAsync(new AuditEvent("full", "somebody", 7, Now, new { Text = "of many" }), Cancel);
            for (var number = 0; number < Doublings; number++)
            {
                await transaction.ExecuteAsync(Double, new { Kept = "needle" }, Cancel);
            }

            return Size;
        },
        Cancel);
}
