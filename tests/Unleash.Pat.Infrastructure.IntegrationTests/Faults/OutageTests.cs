using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>While the server is away, callers get an answer in bounded time; once it is back, everything works.</summary>
[OneEngineOnly("It cuts, delays or refuses the traffic to a server, which SQLite does not have.")]
public sealed class OutageTests(DatabaseFixture<SqlServerEngine> fixture) : SqlServerFaultTests(fixture)
{
    [Fact]
    public async Task A_server_that_refuses_is_told_and_its_return_needs_no_restart()
    {
        var user = await NewUserAsync();
        await Far.GetAllAsync(user, Cancel);

        Proxy.Refuse();
        await ShouldBeUnavailableAsync(() => Far.GetAllAsync(user, Cancel));
        await ShouldBeUnavailableAsync(() => StoreAsync(NewPat(user, "while away"), Far));
        Proxy.Recover();

        (await StoreAsync(NewPat(user, "when back"), Far)).Status.ShouldBe(WriteStatus.Done);
        (await Near.GetAllAsync(user, Cancel)).ShouldHaveSingleItem().Description.Value.ShouldBe("when back");
    }

    [Fact]
    public async Task A_server_that_hangs_is_told_and_its_return_needs_no_restart()
    {
        var user = await NewUserAsync();
        await Far.GetAllAsync(user, Cancel);

        Proxy.Stall();
        await ShouldBeUnavailableAsync(() => Far.GetAllAsync(user, Cancel));
        Proxy.Recover();

        (await Far.GetAllAsync(user, Cancel)).ShouldBeEmpty();
    }

    /// <summary>Connections of before the restart wait in the pool; each would fail a caller of its own.</summary>
    [Fact]
    public async Task A_restart_of_the_server_fails_no_caller()
    {
        var user = await NewUserAsync();
        await ReadAtOnceAsync(user);

        Proxy.CutAll();

        await ReadAtOnceAsync(user);
        (await StoreAsync(NewPat(user, "after"), Far)).Status.ShouldBe(WriteStatus.Done);
    }

    [Fact]
    public async Task A_pool_without_a_free_connection_is_told()
    {
        var node = FarNode(connection => connection.MaxPoolSize = 1);
        var taken = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        var holder = node.GetRequiredService<Database>().ReadAsync(
            async _ =>
            {
                taken.SetResult();
                await free.Task;
                return true;
            },
            Cancel);
        await taken.Task;

        await ShouldBeUnavailableAsync(() => node.GetRequiredService<IPatRepository>().GetAllAsync(1, Cancel));

        free.SetResult();
        await holder;
        (await node.GetRequiredService<IPatRepository>().GetAllAsync(long.MaxValue, Cancel)).ShouldBeEmpty();
    }

    private static async Task ShouldBeUnavailableAsync(Func<Task> work) =>
        await Should.ThrowAsync<ServiceUnavailableException>(() => work().WaitAsync(Bound, Cancel));

    private async Task ReadAtOnceAsync(long user) =>
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Far.GetAllAsync(user, Cancel))));
}
