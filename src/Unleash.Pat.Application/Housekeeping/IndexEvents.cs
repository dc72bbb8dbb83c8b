using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>
/// Adds new events to the indexes, many at a time: indexes that every change wrote to would be half of what it writes
/// (docs/decisions/0054-events-are-indexed-in-batches.md).
/// </summary>
internal sealed class IndexEvents(IEventRepository events, SettledEvents settled) : IChore
{
    public string Name => "indexed events";

    public int BatchSize => 1_000;

    public bool IsRoutine => true;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken) =>
        await events.IndexAsync(await settled.GetUpToAsync(cancellationToken), BatchSize, cancellationToken);
}
