using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain.Verification;
using Unleash.Pat.Application.Housekeeping;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Support;

/// <summary>What a node does with the chain of the event log.</summary>
internal static class ChainCalls
{
    /// <summary>Runs a chore until nothing is left to do.</summary>
    /// <returns>How many were done.</returns>
    public static async Task<int> RunAsync<TChore>(this IServiceProvider node, CancellationToken cancellationToken)
        where TChore : IChore
    {
        var chore = node.GetServices<IChore>().OfType<TChore>().Single();
        var total = 0;
        while (await chore.RunBatchAsync(cancellationToken) is > 0 and var done)
        {
            total += done;
        }

        return total;
    }

    /// <summary>Has a node know that every event of now can be read.</summary>
    public static async Task SettleAsync(this IServiceProvider node, Microsoft.Extensions.Time.Testing.FakeTimeProvider time, CancellationToken cancellationToken)
    {
        // Samples of the newest event are a second apart.
        time.Advance(TimeSpan.FromSeconds(1));
        var settled = node.GetRequiredService<SettledEvents>();
        await settled.GetUpToAsync(cancellationToken);
        time.Advance(node.GetRequiredService<IEventRepository>().CommitDelay + TimeSpan.FromSeconds(2));
        await settled.GetUpToAsync(cancellationToken);
    }

    public static Task<EventLogReport> VerifyAsync(this IServiceProvider node, CancellationToken cancellationToken, params IReadOnlyList<string> archives) =>
        node.GetRequiredService<IRequestHandler<VerifyEventsQuery, EventLogReport>>().Handle(new VerifyEventsQuery(archives, []), cancellationToken);

    public static void ShouldBeWhole(this EventLogReport report) => report.Faults.ShouldBe(0, string.Join('\n', report.Sentences));
}
