using Microsoft.Extensions.Hosting;
using Moq;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.UnitTests.Hosting;

public sealed class RecurringWorkTests
{
    /// <summary>Else the host does not stop what comes after it, and the process ends with a failure.</summary>
    [Fact]
    public async Task A_last_round_that_ran_out_of_time_is_logged_and_the_service_stops()
    {
        using var work = new UnansweredWork();

        await work.StopAsync(TestContext.Current.CancellationToken);

        work.Logged.ShouldBeOfType<OperationCanceledException>();
    }

    [Fact]
    public async Task Stopped_twice_it_runs_one_last_round_and_both_wait_for_it()
    {
        using var work = new HeldWork();
        var first = work.StopAsync(TestContext.Current.CancellationToken);
        var second = work.StopAsync(TestContext.Current.CancellationToken);

        (first.IsCompleted || second.IsCompleted).ShouldBeFalse();
        work.Round.SetResult();
        await Task.WhenAll(first, second);

        work.LastRounds.ShouldBe(1);
    }

    private sealed class HeldWork()
        : RecurringWork(Mock.Of<IHostApplicationLifetime>(), TimeSpan.FromHours(1), TimeProvider.System)
    {
        public TaskCompletionSource Round { get; } = new();

        public int LastRounds { get; private set; }

        protected override Task RunAsync(bool isLast, CancellationToken cancellationToken)
        {
            LastRounds++;
            return Round.Task;
        }

        protected override void LogFailure(Exception exception) => throw exception;
    }

    private sealed class UnansweredWork()
        : RecurringWork(Mock.Of<IHostApplicationLifetime>(), TimeSpan.FromHours(1), TimeProvider.System)
    {
        public Exception? Logged { get; private set; }

        protected override Task RunAsync(bool isLast, CancellationToken cancellationToken) =>
            Task.FromException(new OperationCanceledException());

        protected override void LogFailure(Exception exception) => Logged = exception;
    }
}
