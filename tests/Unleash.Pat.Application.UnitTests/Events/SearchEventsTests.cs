using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Events;

/// <summary>Pages for a client that knows offsets and totals alone: what stops early must not look like the end.</summary>
public sealed class SearchEventsTests
{
    private readonly Mock<IEventRepository> _events = new();
    private readonly FakeCurrentUser _caller = new() { Caller = FakeCurrentUser.Administrator };

    [Fact]
    public async Task A_page_that_stopped_early_is_looked_for_further()
    {
        FirstPage([], total: 0, older: 5_001);
        Batches([[], [Event(3), Event(2)]], ends: true);

        var page = await SearchAsync(limit: 50);

        page.Events.Select(entry => entry.Id).ShouldBe([3, 2]);
        page.Total.ShouldBe(new EventTotal(2, IsCapped: false));
    }

    [Fact]
    public async Task The_total_says_that_there_is_a_next_page()
    {
        FirstPage([Event(9), Event(8)], total: 2, older: 7);
        Batches([[Event(7), Event(6)]], ends: false);

        var page = await SearchAsync(limit: 2);

        page.Events.Select(entry => entry.Id).ShouldBe([9, 8]);
        page.Total.Count.ShouldBeGreaterThan(2);
        _events.Verify(events => events.GetBatchAsync(
            It.IsAny<EventFilter>(), It.Is<EventSlice>(slice => slice.Position!.Id == 7), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_page_is_found_by_its_offset()
    {
        FirstPage([], total: 0, older: 7);
        Batches([[Event(9), Event(8)], [Event(7), Event(6)]], ends: true);

        var page = await SearchAsync(limit: 1, offset: 2);

        page.Events.Select(entry => entry.Id).ShouldBe([7]);
        page.Total.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Looking_ends()
    {
        FirstPage([], total: 0, older: 1);
        Batches([.. Enumerable.Repeat<EventRecord[]>([], SearchEventsQueryHandler.MaxBatches)], ends: false);

        (await SearchAsync(limit: 1)).Events.ShouldBeEmpty();

        _events.Verify(
            events => events.GetBatchAsync(It.IsAny<EventFilter>(), It.IsAny<EventSlice>(), It.IsAny<CancellationToken>()),
            Times.Exactly(SearchEventsQueryHandler.MaxBatches));
    }

    [Fact]
    public async Task A_page_with_its_total_is_read_once()
    {
        FirstPage([Event(9)], total: 400, older: 8);

        (await SearchAsync(limit: 1)).Total.Count.ShouldBe(400);

        _events.Verify(
            events => events.GetBatchAsync(It.IsAny<EventFilter>(), It.IsAny<EventSlice>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private void FirstPage(EventRecord[] found, long total, long older) => _events
        .Setup(events => events.GetPageAsync(It.IsAny<EventFilter>(), It.IsAny<EventSlice>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new EventPage(found, new EventTotal(total, IsCapped: true)) { Older = new EventPosition(older, IsNewer: false) });

    private void Batches(EventRecord[][] batches, bool ends)
    {
        var left = new Queue<EventRecord[]>(batches);
        _events.Setup(events => events.GetBatchAsync(It.IsAny<EventFilter>(), It.IsAny<EventSlice>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new EventPage(left.Dequeue(), default)
            {
                Older = left.Count == 0 && ends ? null : new EventPosition(1, IsNewer: false),
            });
    }

    private Task<EventPage> SearchAsync(int limit, int offset = 0) => new SearchEventsQueryHandler(_events.Object, _caller).Handle(
        new SearchEventsQuery(new EventFilter { Query = "x" }, new EventSlice(limit, offset)), TestContext.Current.CancellationToken);

    private static EventRecord Event(long id) => new(id, "pat-created", "ada", 1, DateTimeOffset.UnixEpoch, null, null);
}
