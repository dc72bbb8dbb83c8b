namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Follows the chain through archives, up to where the database begins.</summary>
internal sealed class ArchiveWalk(ChainState state, LogFindings findings, ExpectedHeads heads)
{
    private SealedEvent? _last;
    private bool _isJoined = state.AnchorId == 0;

    /// <summary>How many events were checked.</summary>
    public long Checked { get; private set; }

    public void Take(ArchivedEvent line)
    {
        if (line.Entry is not { } entry)
        {
            findings.Add($"{line.Place} was changed: it is not a line that the service wrote.");
            return;
        }

        var id = entry.Event.Id;
        if (_last is { } last && id <= last.Event.Id)
        {
            // Two nodes with a folder each can both have an event.
            findings.Add(id == last.Event.Id && Equal(entry.Hash, last.Hash) ? null : $"{line.Place} was inserted: event {id} stands after event {last.Event.Id}.");
            return;
        }

        Checked++;
        if (_last is null)
        {
            heads.GiveUpThrough(id - 1);

            // Events before the first archive have left without one, and its first may not have been deleted yet.
            _isJoined |= Equal(line.Previous, state.AnchorHash);
        }

        CheckLine(line, entry);
        heads.See(id, entry.Hash);
        Join(entry);
        _last = entry;
    }

    /// <summary>Compares where it has come to with where the database begins.</summary>
    /// <returns>The last event, which the database must have too where it is newer than its beginning.</returns>
    public SealedEvent? End()
    {
        if (!_isJoined)
        {
            findings.Add(_last is null
                ? $"The archive is empty, but the database begins after event {state.AnchorId}."
                : _last.Event.Id < state.AnchorId
                    ? $"The archive does not join the database: it ends with event {_last.Event.Id}, and the database begins after event {state.AnchorId}."
                    : $"The archive does not join the database, which begins after event {state.AnchorId}: the archive does not have that event.");
        }

        return _last?.Event.Id > state.AnchorId ? _last : null;
    }

    private void CheckLine(ArchivedEvent line, SealedEvent entry)
    {
        if (!Equal(EventHash.Of(line.Previous, entry.Event), entry.Hash))
        {
            findings.Add($"{line.Place} was changed: event {entry.Event.Id} does not have its hash.");
        }
        else if (_last is { } last && !Equal(line.Previous, last.Hash))
        {
            findings.Add($"{line.Place} does not follow the line before it: a line between event {last.Event.Id} and event {entry.Event.Id} was removed, or one of the two was changed.");
        }
    }

    private void Join(SealedEvent entry)
    {
        if (entry.Event.Id == state.AnchorId)
        {
            _isJoined = true;
            findings.Add(Equal(entry.Hash, state.AnchorHash)
                ? null
                : $"The archive does not join the database: event {state.AnchorId} has another hash than the database begins with.");
        }
    }

    private static bool Equal(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);
}
