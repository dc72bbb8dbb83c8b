namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Follows the chain, event by event, and finds out what was done to it.</summary>
/// <remarks>
/// Where an event and its seal do not fit, the next seal tells which of the two was changed: it was made from the hash that
/// was true then. So such findings stay open until then, with a sentence for each case.
/// </remarks>
internal sealed class ChainWalk(byte[] beginning, LogFindings findings, StampCheck stamps, ExpectedHeads heads)
{
    private readonly List<(string AsStored, string AsComputed)> _open = [];
    private byte[] _stored = beginning;
    private byte[]? _computed;
    private long _last;
    private long _notListed;

    /// <summary>How many events were checked.</summary>
    public long Checked { get; private set; }

    /// <summary>Goes through the next part of the log.</summary>
    /// <param name="upTo">The last id of it.</param>
    public void Take(ChainWindow window, long upTo)
    {
        var (events, seals) = (new Queue<StoredEvent>(window.Events), new Queue<EventSeal>(window.Seals));
        while (NextId(events, seals) is { } id && id <= upTo)
        {
            var entry = events.TryPeek(out var next) && next.Id == id ? events.Dequeue() : null;
            var seal = seals.TryPeek(out var nextSeal) && nextSeal.EventId == id ? seals.Dequeue() : null;
            Take(entry, seal);
            _last = id;
        }
    }

    /// <summary>Goes on at another place, because what is before it was deleted by age meanwhile.</summary>
    public void GoOn(long anchorId, byte[] anchorHash)
    {
        Close(asStored: true);
        heads.GiveUpThrough(anchorId);
        (_stored, _last) = (anchorHash, anchorId);
    }

    /// <summary>Compares where it has come to with where the chain ends.</summary>
    public void End(ChainState state)
    {
        if (!_stored.AsSpan().SequenceEqual(state.HeadHash))
        {
            if (_computed is not null && _computed.AsSpan().SequenceEqual(state.HeadHash))
            {
                Close(asStored: false);
                return;
            }

            findings.Add(_last < state.HeadId
                ? $"The end of the log is missing: events after {_last} and their seals were removed up to event {state.HeadId}."
                : $"The head does not fit the chain, which ends with event {_last}: the head or the last seal was changed.");
        }

        Close(asStored: true);
    }

    private static long? NextId(Queue<StoredEvent> events, Queue<EventSeal> seals) => (events.TryPeek(out var entry), seals.TryPeek(out var seal)) switch
    {
        (true, true) => Math.Min(entry!.Id, seal!.EventId),
        (true, false) => entry!.Id,
        (false, true) => seal!.EventId,
        _ => null,
    };

    private void Take(StoredEvent? entry, EventSeal? seal)
    {
        if (seal is not null)
        {
            heads.See(seal.EventId, seal.Hash);
        }

        switch (entry, seal)
        {
            case ({ } stored, { } its):
                Checked++;
                Follow(stored, its);
                break;
            case ({ } stored, null):
                Checked++;
                Open(
                    $"Event {stored.Id} was inserted: {stamps.FaultOf(stored) ?? "it has no seal"}.", $"The seal of event {stored.Id} was removed.");
                _computed = EventHash.Of(_computed ?? _stored, stored);
                break;
            case (null, { } its):
                Open($"Event {its.EventId} was removed.", $"A seal of event {its.EventId}, which is not there, was inserted.");
                (_stored, _computed) = (its.Hash, _computed ?? _stored);
                break;
        }
    }

    private void Follow(StoredEvent entry, EventSeal seal)
    {
        var stampFault = stamps.FaultOf(entry);
        if (Fits(_stored))
        {
            Close(asStored: true);
        }
        else if (_computed is not null && Fits(_computed))
        {
            Close(asStored: false);
        }
        else
        {
            var asComputed = EventHash.Of(_computed ?? _stored, entry);
            Open(Changed(entry, stampFault), $"The seal of event {entry.Id} was changed.");
            (_stored, _computed) = (seal.Hash, asComputed);
            return;
        }

        _stored = seal.Hash;
        if (stampFault is not null)
        {
            findings.Add($"Event {entry.Id} was not recorded by the service: {stampFault}.");
        }

        bool Fits(byte[] previous) => EventHash.Of(previous, entry).AsSpan().SequenceEqual(seal.Hash);
    }

    // Ids have gaps where transactions were rolled back, so a gap alone tells nothing.
    private string Changed(StoredEvent entry, string? stampFault) => stampFault is null && entry.Id > _last + 1
        ? $"Event {entry.Id} does not follow event {_last}: an event between them was removed with its seal, or event {entry.Id} was changed."
        : $"Event {entry.Id} was changed{(stampFault is null ? "" : $": {stampFault}")}.";

    private void Open(string asStored, string asComputed)
    {
        if (_open.Count < LogFindings.MaxTold)
        {
            _open.Add((asStored, asComputed));
        }
        else
        {
            _notListed++;
        }
    }

    private void Close(bool asStored)
    {
        foreach (var (stored, computed) in _open)
        {
            findings.Add(asStored ? stored : computed);
        }

        findings.AddUntold(_notListed);
        _open.Clear();
        (_computed, _notListed) = (null, 0);
    }
}
