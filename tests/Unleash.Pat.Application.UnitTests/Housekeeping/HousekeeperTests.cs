using Microsoft.Extensions.Hosting;
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
        var leases = new Mock<ILeaseStore>();
        leases.SetReturnsDefault(Task.FromResult(true));
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.SetupGet(known => known.ApplicationStarted).Returns(new CancellationToken(canceled: true));
        using var meters = new TestMeters();
        using var housekeeper = new Housekeeper(
            [big, small], leases.Object, new HousekeepingMetrics(meters), lifetime.Object, new FakeTimeProvider(), NullLogger<Housekeeper>.Instance);

        await housekeeper.StartAsync(TestContext.Current.CancellationToken);

        await small.Third.Task.WaitAsync(TestContext.Current.CancellationToken);
        small.Seen.ShouldBe([100, 200, 250]);
        await housekeeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Chore : IChore
    {
        public int Left { get; set; }

        public int Done { get; private set; }

        public Func<int>? OnRun { get; init; }

        public List<int> Seen { get; } = [];

        public TaskCompletionSource Third { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "did something";

        public int BatchSize => 1;

        public Task<int> RunBatchAsync(CancellationToken cancellationToken)
        {
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
