using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Security;

/// <summary>Threat: strangers ask for more hashing than the machine has processors for.</summary>
public sealed class HashingThreadsTests : IDisposable
{
    private readonly HashingThreads _threads = new(threads: 1, waitingPerThread: 2, Timeout.InfiniteTimeSpan);
    private readonly ManualResetEventSlim _end = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _end.Set();
        _threads.Dispose();
    }

    [Fact]
    public async Task What_does_not_fit_into_the_queue_is_refused_and_the_rest_is_done()
    {
        var first = await OccupyAsync();
        var waiting = new[] { Add(2), Add(3) };

        var refused = await Should.ThrowAsync<RefusedException>(() => Add(4));
        _end.Set();

        refused.Kind.ShouldBe(ErrorKind.RateLimitError);
        refused.Error.RetryAfterSeconds.ShouldNotBeNull().ShouldBeGreaterThan(0);
        (await Task.WhenAll([first, .. waiting])).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_waits_too_long_is_refused()
    {
        using var threads = new HashingThreads(threads: 1, waitingPerThread: 2, TimeSpan.FromMilliseconds(1));

        await Should.ThrowAsync<RefusedException>(() => threads.RunAsync(
            () =>
            {
                _end.Wait(Cancel);
                return 1;
            },
            Cancel));
    }

    [Fact]
    public async Task Nothing_is_done_for_a_caller_that_has_gone()
    {
        var first = await OccupyAsync();
        using var caller = new CancellationTokenSource();
        var isDone = false;
        var gone = _threads.RunAsync(() => isDone = true, caller.Token);
        var other = Add(2);

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        _end.Set();

        (await other).ShouldBe(2);
        (await first).ShouldBe(1);
        isDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failure_is_its_callers_and_the_thread_goes_on()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _threads.RunAsync<int>(() => throw new InvalidOperationException(), Cancel));

        (await Add(1)).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_no_thread_that_answers_requests()
    {
        (await _threads.RunAsync(() => Thread.CurrentThread.IsThreadPoolThread, Cancel)).ShouldBeFalse();
    }

    private Task<int> Add(int number) => _threads.RunAsync(() => number, Cancel);

    // Begins work that lasts until the end is set, and waits until it has begun.
    private async Task<Task<int>> OccupyAsync()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = _threads.RunAsync(
            () =>
            {
                begun.SetResult();
                _end.Wait(Cancel);
                return 1;
            },
            Cancel);
        await begun.Task;
        return work;
    }
}
