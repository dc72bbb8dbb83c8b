namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Follows the chain, event by event, and finds out what was done to it.</summary>
/// <remarks>
/// Where an event and its seal do not fit, the next seal tells which of the two was changed: it was made from the hash that
/// was true then. So such findings stay open until then, with a sentence for each case.
/// </remarks>
/// <param name="anchorId">The event after which the chain begins; 0 where it begins with the first one.</param>
internal sealed class ChainWalk(long anchorId, byte[] anchorHash, LogFindings findings, StampCheck stamps, ExpectedHeads heads)
{
    private readonly List<(string AsStored, string AsComputed)> _open = [];
    private byte[] _stored = anchorHash;
    private byte[]? _computed;
    private long _last = anchorId;
    private long _notListed;
    private bool _hasNoSeals;

    /// <summary>How many events were checked.</summary>
    public long Checked { get; private set; }

    /// <summary>Says that the table of seals is empty, so that this is one finding and not one for each event.</summary>
    public void ExpectNoSeals() => _hasNoSeals = true;

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
    public void GoOn(ChainState state)
    {
        Close(asStored: true);
        heads.Begin(state);
        (_stored, _last) = (state.AnchorHash, state.AnchorId);
    }

    /// <summary>Compares where it has come to with where the chain ends.</summary>
    public void End(ChainState state)
    {
        if (_hasNoSeals)
        {
            var fits = _computed.AsSpan().SequenceEqual(state.HeadHash);
            findings.AddFirst($"All seals are gone: somebody deleted them. {(fits ? "The events give the hash of the head, so they are" : "The events do not give the hash of the head, so they are not")} those that were sealed.");
            return;
        }

        if (!_stored.AsSpan().SequenceEqual(state.HeadHash))
        {
            if (_computed is not null && _computed.AsSpan().SequenceEqual(state.HeadHash))
            {
                Close(asStored: false);
                return;
            }

            findings.Add(FaultOfEnd(state));
        }

        Close(asStored: true);
    }

    private string FaultOfEnd(ChainState state) => (_last < state.HeadId, _last == state.AnchorId) switch
    {
        (true, true) => $"All events of the chain are gone: those up to event {state.HeadId} were removed together with their seals.",
        (true, _) => $"The end of the log is missing: the events after event {_last}, up to event {state.HeadId}, were removed together with their seals.",
        (_, true) => "The head does not fit the chain, which has no events: the head was changed.",
        _ => $"The head does not fit the chain, which ends with event {_last}: the head or the last seal was changed.",
    };

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
            case ({ } stored, null) when _hasNoSeals:
                Checked++;
                findings.Add(stamps.SentenceOn(stored));
                _computed = EventHash.Of(_computed ?? _stored, stored);
                heads.See(stored.Id, _computed);
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
        findings.Add(StampCheck.Sentence(entry, stampFault));

        bool Fits(byte[] previous) => EventHash.Of(previous, entry).AsSpan().SequenceEqual(seal.Hash);
    }

    // Ids have gaps where transactions were rolled back, so a gap alone tells nothing.
    private string Changed(StoredEvent entry, string? stampFault) => (stampFault, entry.Id > _last + 1, _last) switch
    {
        (null, true, 0) => $"Event {entry.Id} is not the first one of the chain: an event before it was removed with its seal, or event {entry.Id} was changed.",
        (null, true, _) => $"Event {entry.Id} does not follow event {_last}: an event between them was removed with its seal, or event {entry.Id} was changed.",
        (null, _, _) => $"Event {entry.Id} was changed.",
        _ => $"Event {entry.Id} was changed: {stampFault}.",
    };

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
