using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>
/// Deletes events that are older than <c>Events:KeepFor</c>, from the oldest on, after they are sealed and stored in the
/// archive, where there is one.
/// </summary>
internal sealed partial class DeleteOldEvents(
    IEventChainRepository chain,
    IEventArchive archive,
    ChainSealer sealer,
    ChainProof proof,
    IOptions<EventOptions> options,
    TimeProvider time,
    ILogger<DeleteOldEvents> logger) : IChore
{
    // Clocks of nodes differ by less, and a node with such a clock holds nothing up for long.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromDays(1);

    private (long EventId, DateTimeOffset At)? _warned;

    public string Name => "deleted old events";

    public int BatchSize => IEventChainRepository.MaxBatchSize;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (options.Value.KeepFor is not { } period || period > now - DateTimeOffset.UnixEpoch)
        {
            return 0;
        }

        // What is wrong with the state is told by the chore that seals.
        return await chain.GetStateAsync(cancellationToken) is { } state && proof.FaultOf(state) is null
            ? await DeleteAsync(state, now - period, cancellationToken)
            : 0;
    }

    private async Task<int> DeleteAsync(ChainState state, DateTimeOffset olderThan, CancellationToken cancellationToken)
    {
        // Threat: a node whose clock was wrong has recorded an event that looks old. Those before it must not go with it, so
        // the first event that is young enough ends the batch.
        var left = new Queue<SealedEvent>((await OldestAsync(state, olderThan, cancellationToken))
            .TakeWhile(entry => entry.Event.CreatedAt < olderThan));
        var deleted = 0;
        while (left.Count > 0)
        {
            var month = TakeMonth(left);
            if (await DeleteAsync(state, month, cancellationToken) is not { } shorter)
            {
                return deleted;
            }

            (state, deleted) = (shorter, deleted + month.Count);
        }

        return deleted;
    }

    // Most rounds find nothing to delete, and read one event.
    private async Task<IReadOnlyList<SealedEvent>> OldestAsync(
        ChainState state, DateTimeOffset olderThan, CancellationToken cancellationToken) =>
        await chain.GetSealedAsync(state.AnchorId, state.HeadId, 1, cancellationToken) is [var oldest] && IsOld(oldest.Event, olderThan)
            ? await chain.GetSealedAsync(state.AnchorId, state.HeadId, BatchSize, cancellationToken)
            : [];

    private bool IsOld(StoredEvent oldest, DateTimeOffset olderThan)
    {
        var now = time.GetUtcNow();
        if (oldest.CreatedAt > now + Tolerance && (_warned is not { } warned || warned.EventId != oldest.Id || now - warned.At >= BetweenWarnings))
        {
            _warned = (oldest.Id, now);
            LogHeldUp(oldest.Id, UtcMillisecondsJsonConverter.ToText(oldest.CreatedAt));
        }

        return oldest.CreatedAt < olderThan;
    }

    // The archive has a file for each month.
    private static List<SealedEvent> TakeMonth(Queue<SealedEvent> events)
    {
        var taken = new List<SealedEvent> { events.Dequeue() };
        while (events.TryPeek(out var next) && MonthOf(next) == MonthOf(taken[0]))
        {
            taken.Add(events.Dequeue());
        }

        return taken;
    }

    private static (int Year, int Month) MonthOf(SealedEvent entry) => (entry.Event.CreatedAt.UtcDateTime.Year, entry.Event.CreatedAt.UtcDateTime.Month);

    private async Task<ChainState?> DeleteAsync(ChainState state, List<SealedEvent> events, CancellationToken cancellationToken)
    {
        var shorter = sealer.Shorten(state, events[^1]);
        if (options.Value.ArchiveTo is null)
        {
            return await chain.DeleteAsync(state, shorter, cancellationToken) ? shorter : null;
        }

        // The archive stays locked until they are deleted: another node that archives the same ones then finds the state changed.
        await using var archived = await archive.AppendAsync(state.AnchorHash, events, cancellationToken);
        return await chain.DeleteAsync(state, shorter, cancellationToken) ? shorter : null;
    }

    [LoggerMessage(EventId = 1332, Level = LogLevel.Warning, Message = "Events:KeepFor deletes no events: the oldest one, event {AuditEventId}, is dated {CreatedAt}, in the future, and those after it wait until it is old enough.")]
    private partial void LogHeldUp(long auditEventId, string createdAt);
}
