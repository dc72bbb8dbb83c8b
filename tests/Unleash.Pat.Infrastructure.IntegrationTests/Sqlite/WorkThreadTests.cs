using System.Collections.Concurrent;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

public sealed class WorkThreadTests
{
    private static readonly AsyncLocal<string> Caller = new();

    private readonly ConcurrentQueue<(Thread Thread, string? Caller)> _runs = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_works_on_one_thread_of_its_own_and_for_no_caller()
    {
        Caller.Value = "a request";
        var thread = new WorkThread("test", TimeSpan.FromMinutes(1), Run);

        thread.Wake();
        await RunsAsync(1);
        thread.Wake();
        var runs = await RunsAsync(2);

        runs.Select(run => run.Thread).Distinct().ShouldHaveSingleItem().IsThreadPoolThread.ShouldBeFalse();
        runs[0].Thread.IsBackground.ShouldBeTrue("A process must be able to end.");
        runs.ShouldAllBe(run => run.Caller == null);
    }

    [Fact]
    public async Task What_comes_while_it_works_is_done_afterwards()
    {
        using var isAtWork = new SemaphoreSlim(0);
        using var mayGoOn = new SemaphoreSlim(0);
        var thread = new WorkThread("test", TimeSpan.FromMinutes(1), () =>
        {
            isAtWork.Release();
            mayGoOn.Wait();
            Run();
        });
        thread.Wake();
        await isAtWork.WaitAsync(Cancel);

        thread.Wake();
        mayGoOn.Release(2);

        await RunsAsync(2);
    }

    [Fact]
    public async Task It_ends_when_there_is_nothing_to_do_and_another_one_begins()
    {
        var thread = new WorkThread("test", TimeSpan.FromMilliseconds(1), Run);

        thread.Wake();
        var first = (await RunsAsync(1))[0].Thread;
        (await Eventually.GetAsync(() => Task.FromResult(first.IsAlive), isAlive => !isAlive, null, Cancel)).ShouldBeFalse();
        thread.Wake();

        (await RunsAsync(2))[1].Thread.ShouldNotBe(first);
    }

    private void Run() => _runs.Enqueue((Thread.CurrentThread, Caller.Value));

    private async Task<List<(Thread Thread, string? Caller)>> RunsAsync(int count)
    {
        var runs = await Eventually.GetAsync(() => Task.FromResult(_runs.ToList()), runs => runs.Count >= count, null, Cancel);
        runs.Count.ShouldBe(count);
        return runs;
    }
}
