using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>
/// docs/api.md, section 7: the node that answers a revocation accepts the token never again, every other node not after one
/// second. Two processes on one database, under load.
/// </summary>
public abstract class RevocationPromiseTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Both_nodes_keep_it_however_the_right_is_taken_away()
    {
        var nodes = await Task.WhenAll(new[] { StartNode(), StartNode() }.Select(ClientAsync));
        var victims = await new Victims(nodes[0]).CreateAsync(Victims.CountOr(100), Enum.GetValues<VictimKind>());
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(_ => UseAsync(nodes, victims, enough.Token)).ToList();

        await Task.WhenAll(victims.Select((victim, index) => RevokeAsync(nodes[index % 2], nodes[(index + 1) % 2], victim)));

        await enough.CancelAsync();
        await Task.WhenAll(load);
    }

    private RealService StartNode() => Start(("RateLimiting:RevokePerMinute", "1000000"));

    // Used all the time, so that both nodes remember it.
    private static async Task UseAsync(ServiceClient[] nodes, IReadOnlyList<Victim> victims, CancellationToken enough)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            await victims[Random.Shared.Next(victims.Count)].StatusAsync(nodes[round % 2]);
        }
    }

    private static async Task RevokeAsync(ServiceClient here, ServiceClient there, Victim victim)
    {
        await victim.ShouldBeAcceptedAsync(here);
        await victim.ShouldBeAcceptedAsync(there);

        await victim.RevokeAsync(here);

        await victim.ShouldBeRefusedAsync(here);
        await Task.Delay(Victim.Promise, Cancel);
        await victim.ShouldBeRefusedAsync(there);
    }
}
