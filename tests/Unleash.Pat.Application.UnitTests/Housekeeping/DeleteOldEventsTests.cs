using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.UnitTests.Events.Chain;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Housekeeping;

/// <summary>docs/event-log.md, "Retention".</summary>
public sealed class DeleteOldEventsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeLog _log = FakeLog.Of(2, FakeLog.Key);
    private readonly Mock<IEventChainRepository> _chain = new();
    private readonly Mock<IEventArchive> _archive = new(MockBehavior.Strict);
    private readonly CapturedLogs _logs = new();

    public DeleteOldEventsTests()
    {
        _chain.Setup(chain => chain.GetStateAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => _log.State);
        _chain.Setup(chain => chain.GetSealedAsync(It.IsAny<long>(), It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long _, long _, int limit, CancellationToken _) =>
                [.. _log.Events.Values.Take(limit).Select(entry => new SealedEvent(entry, _log.Seals[entry.Id]))]);
        _chain.Setup(chain => chain.DeleteAsync(It.IsAny<ChainState>(), It.IsAny<ChainState>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
    }

    public void Dispose() => _logs.Dispose();

    /// <summary>A clock that was wrong once must not keep every event for years in silence.</summary>
    [Fact]
    public async Task An_event_of_the_future_that_holds_the_others_up_is_told_once_a_day()
    {
        Date(1, _time.GetUtcNow().AddYears(10));
        var chore = Chore();
        for (var round = 0; round < 3; round++)
        {
            (await chore.RunBatchAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        }

        _logs.Lines.ShouldHaveSingleItem().ShouldContain("Warning category: Events:KeepFor deletes no events: the oldest one, event 1, is dated 2037-01-01T00:00:00.000Z, in the future");
        _time.Advance(TimeSpan.FromDays(1));
        await chore.RunBatchAsync(TestContext.Current.CancellationToken);
        _logs.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Clocks_of_two_nodes_may_differ()
    {
        Date(1, _time.GetUtcNow().AddMinutes(5));

        (await Chore().RunBatchAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        _logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_old_is_deleted_after_it_is_archived()
    {
        _time.Advance(TimeSpan.FromDays(31));
        var isArchived = false;
        _archive.Setup(archive => archive.AppendAsync(EventHash.Beginning, It.Is<IReadOnlyList<SealedEvent>>(events => events.Count == 2), It.IsAny<CancellationToken>()))
            .Callback(() => isArchived = true)
            .ReturnsAsync(Mock.Of<IAsyncDisposable>());
        _chain.Setup(chain => chain.DeleteAsync(It.IsAny<ChainState>(), It.IsAny<ChainState>(), It.IsAny<CancellationToken>()))
            .Callback(() => isArchived.ShouldBeTrue())
            .ReturnsAsync(true);

        (await Chore(archiveTo: "archive").RunBatchAsync(TestContext.Current.CancellationToken)).ShouldBe(2);

        isArchived.ShouldBeTrue();
        _logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_archive_does_not_take_is_not_deleted()
    {
        _time.Advance(TimeSpan.FromDays(31));
        _archive.Setup(archive => archive.AppendAsync(It.IsAny<byte[]>(), It.IsAny<IReadOnlyList<SealedEvent>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("The disk is full."));

        await Should.ThrowAsync<IOException>(() => Chore(archiveTo: "archive").RunBatchAsync(TestContext.Current.CancellationToken));

        _chain.Verify(chain => chain.DeleteAsync(It.IsAny<ChainState>(), It.IsAny<ChainState>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private void Date(long id, DateTimeOffset at) => _log.Change(id, entry => entry with { CreatedAt = at });

    private DeleteOldEvents Chore(string? archiveTo = null) => new(
        _chain.Object,
        _archive.Object,
        new ChainSealer(_log.Keys, _log.Proof, _time),
        _log.Proof,
        Options.Create(new EventOptions { KeepFor = TimeSpan.FromDays(30), ArchiveTo = archiveTo }),
        _time,
        new Logger<DeleteOldEvents>(Mock.Of<ILoggerFactory>(factory => factory.CreateLogger(It.IsAny<string>()) == _logs.CreateLogger("category"))));
}
