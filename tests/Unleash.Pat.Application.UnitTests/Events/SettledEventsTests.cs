using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.UnitTests.Events;

/// <summary>Whoever reads each event once must not pass one whose transaction has not ended.</summary>
public sealed class SettledEventsTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly Mock<IEventRepository> _events = new();

    [Fact]
    public async Task With_one_writer_every_event_is_settled()
    {
        _events.SetupGet(events => events.CommitDelay).Returns(TimeSpan.Zero);

        (await UpToAsync(new SettledEvents(_events.Object, _time), newest: 7)).ShouldBe(7);
    }

    [Fact]
    public async Task With_several_writers_an_event_is_settled_when_the_longest_commit_is_over()
    {
        var settled = SeveralWriters();

        (await UpToAsync(settled, newest: 7)).ShouldBe(0);
        _time.Advance(Delay);
        (await UpToAsync(settled, newest: 9)).ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await UpToAsync(settled, newest: 11)).ShouldBe(7);
        _time.Advance(Delay);
        (await UpToAsync(settled, newest: 12)).ShouldBe(9);
    }

    [Fact]
    public async Task Those_who_ask_all_the_time_hold_nothing_up()
    {
        var settled = SeveralWriters();

        for (var newest = 1; newest <= 400; newest++)
        {
            (await UpToAsync(settled, newest)).ShouldBeInRange(0, Math.Max(0, newest - 300));
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        (await UpToAsync(settled, newest: 401)).ShouldBeInRange(80, 101);
    }

    [Fact]
    public async Task What_was_settled_stays_so_when_the_newest_are_deleted()
    {
        var settled = SeveralWriters();
        await UpToAsync(settled, newest: 7);
        _time.Advance(2 * Delay);
        await UpToAsync(settled, newest: 3);
        _time.Advance(2 * Delay);

        (await UpToAsync(settled, newest: 3)).ShouldBe(7);
    }

    private SettledEvents SeveralWriters()
    {
        _events.SetupGet(events => events.CommitDelay).Returns(Delay);
        return new SettledEvents(_events.Object, _time);
    }

    private Task<long> UpToAsync(SettledEvents settled, long newest)
    {
        _events.Setup(events => events.GetNewestIdAsync(It.IsAny<CancellationToken>())).ReturnsAsync(newest);
        return settled.GetUpToAsync(CancellationToken.None);
    }
}
