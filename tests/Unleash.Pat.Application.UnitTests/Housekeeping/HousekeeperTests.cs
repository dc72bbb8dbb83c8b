using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Housekeeping;

/// <summary>A chore with much to do neither waits for the next round nor keeps the others waiting.</summary>
public sealed class HousekeeperTests
{
    [Fact]
    public async Task Each_chore_has_its_turn_until_none_has_more_to_do()
    {
        var big = new Chore { Left = 250 };
        var small = new Chore { OnRun = () => big.Done };
        using var meters = new TestMeters();
        using var housekeeper = Create(meters, new FakeTimeProvider(), big, small);

        await housekeeper.StartAsync(TestContext.Current.CancellationToken);

        await small.Third.Task.WaitAsync(TestContext.Current.CancellationToken);
        small.Seen.ShouldBe([100, 200, 250]);
        await housekeeper.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Requests are to have most of a processor, however much there is to do.</summary>
    [Fact]
    public async Task After_a_batch_that_leaves_more_to_do_it_rests_four_times_as_long_as_the_batch_took()
    {
        var time = new FakeTimeProvider();
        var big = new Chore { Left = 3, Takes = () => time.Advance(TimeSpan.FromMilliseconds(10)) };
        using var meters = new TestMeters();
        using var housekeeper = Create(meters, time, big);

        await housekeeper.StartAsync(TestContext.Current.CancellationToken);

        await UntilAsync(() => big.Done >= 1, () => { });
        var rested = TimeSpan.Zero;
        await UntilAsync(() => big.Done >= 2, () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            rested += TimeSpan.FromMilliseconds(1);
        });
        rested.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
        await housekeeper.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As on a full disk, where the lease cannot be written: a log that says so for each chore and round would fill it further.</summary>
    [Fact]
    public async Task Where_it_cannot_have_its_turn_every_chore_counts_as_failed_and_the_log_says_so_once()
    {
        var time = new FakeTimeProvider();
        var log = new Mock<ILogger<Housekeeper>>();
        log.Setup(known => known.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        var leases = new Mock<ILeaseStore>();
        leases.SetReturnsDefault(Task.FromException<bool>(new IOException("full")));
        using var meters = new TestMeters();
        using var failures = new CountedFailures(meters);
        var chores = new[] { new Chore { Left = 1 }, new Chore { Left = 1 } };
        using var housekeeper = Create(meters, time, leases, log.Object, chores);

        await housekeeper.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => failures.Count >= 3 * chores.Length, () => time.Advance(TimeSpan.FromSeconds(5)));

        chores.ShouldAllBe(chore => chore.Done == 0);
        var minutes = (int)((time.GetUtcNow() - time.Start) / TimeSpan.FromMinutes(1));
        log.Invocations.Count(call => call.Method.Name == nameof(ILogger.Log)).ShouldBeInRange(1, 1 + minutes);
        await housekeeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<bool> condition, Action meanwhile)
    {
        while (!condition())
        {
            meanwhile();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static Housekeeper Create(TestMeters meters, FakeTimeProvider time, params IEnumerable<IChore> chores)
    {
        var leases = new Mock<ILeaseStore>();
        leases.SetReturnsDefault(Task.FromResult(true));
        return Create(meters, time, leases, NullLogger<Housekeeper>.Instance, chores);
    }

    private static Housekeeper Create(
        TestMeters meters, FakeTimeProvider time, Mock<ILeaseStore> leases, ILogger<Housekeeper> logger, params IEnumerable<IChore> chores)
    {
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.SetupGet(known => known.ApplicationStarted).Returns(new CancellationToken(canceled: true));
        return new Housekeeper(
            chores, leases.Object, new HousekeepingMetrics(meters), lifetime.Object, time, logger);
    }

    private sealed class CountedFailures : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _count;

        public CountedFailures(TestMeters meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == "unleash_pat.housekeeping.failures")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _count, count));
            _listener.Start();
        }

        public long Count => Interlocked.Read(ref _count);

        public void Dispose() => _listener.Dispose();
    }

    private sealed class Chore : IChore
    {
        public int Left { get; set; }

        public int Done { get; private set; }

        public Func<int>? OnRun { get; init; }

        public Action? Takes { get; init; }

        public List<int> Seen { get; } = [];

        public TaskCompletionSource Third { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "did something";

        public int BatchSize => 1;

        public Task<int> RunBatchAsync(CancellationToken cancellationToken)
        {
            Takes?.Invoke();
            if (OnRun is not null)
            {
                Seen.Add(OnRun());
                if (Seen.Count == 3)
                {
                    Third.SetResult();
                }
            }

            if (Left == 0)
            {
                return Task.FromResult(0);
            }

            (Left, Done) = (Left - 1, Done + 1);
            return Task.FromResult(1);
        }
    }
}
