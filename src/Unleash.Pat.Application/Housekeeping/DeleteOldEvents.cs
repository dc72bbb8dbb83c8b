using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Deletes events that are older than <c>Events:KeepFor</c>.</summary>
internal sealed class DeleteOldEvents(IEventRepository events, IOptions<EventOptions> options, TimeProvider time) : IChore
{
    public string Name => "deleted old events";

    public int BatchSize => 500;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        return options.Value.KeepFor is { } period && period <= now - DateTimeOffset.UnixEpoch
            ? await events.DeleteOldestAsync(now - period, BatchSize, cancellationToken)
            : 0;
    }
}
