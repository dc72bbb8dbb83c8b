using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Fills in which accounts and tokens events of earlier versions are about, so that they can be found by them.</summary>
internal sealed class FillEventSubjects(IEventRepository events) : IChore
{
    public string Name => "completed events of an earlier version";

    public int BatchSize => 2_000;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken) =>
        await events.FillSubjectsAsync(BatchSize, cancellationToken) ? BatchSize : 0;
}
