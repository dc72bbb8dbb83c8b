using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Events.Chain;

/// <summary>docs/event-log.md, "Heads": a new database has a head outside of it as soon as there is one.</summary>
public sealed class HeadExporterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLog _log = new();
    private readonly Mock<IHeadFile> _file = new();
    private readonly List<long> _written = [];

    [Fact]
    public async Task The_first_head_does_not_wait_for_the_hour_and_the_next_one_does()
    {
        _file.Setup(file => file.AppendAsync("heads", It.IsAny<ChainHead>(), It.IsAny<CancellationToken>()))
            .Callback((string _, ChainHead head, CancellationToken _) => _written.Add(head.Id))
            .Returns(Task.CompletedTask);
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.SetupGet(known => known.ApplicationStarted).Returns(new CancellationToken(canceled: true));
        var chain = new Mock<IEventChainRepository>();
        chain.Setup(known => known.GetStateAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => _log.State);
        using var exporter = new HeadExporter(
            chain.Object, _file.Object, Options.Create(new EventOptions { HeadsTo = "heads" }), lifetime.Object, _time, NullLogger<HeadExporter>.Instance);
        var start = _time.GetUtcNow();
        await exporter.StartAsync(TestContext.Current.CancellationToken);
        await LookedAsync(chain, 2);
        _written.ShouldBeEmpty();

        Seal(1);
        await AdvanceUntilWrittenAsync(1);
        (_time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromHours(1));

        Seal(2);
        await AdvanceUntilWrittenAsync(2);
        (_time.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(1));
        _written.ShouldBe([1, 2]);
        await exporter.StopAsync(TestContext.Current.CancellationToken);
    }

    private void Seal(long id)
    {
        _log.Record(id);
        _log.Seal();
    }

    private async Task LookedAsync(Mock<IEventChainRepository> chain, int times) => await Eventually.GetAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            return Task.FromResult(chain.Invocations.Count);
        },
        count => count >= times,
        null,
        TestContext.Current.CancellationToken);

    private async Task AdvanceUntilWrittenAsync(int count) => await Eventually.GetAsync(
        () =>
        {
            _time.Advance(count == 1 ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromMinutes(1));
            return Task.FromResult(_written.Count);
        },
        written => written >= count,
        null,
        TestContext.Current.CancellationToken);
}
