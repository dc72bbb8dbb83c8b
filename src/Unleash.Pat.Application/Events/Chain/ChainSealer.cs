namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Computes the next state of the chain.</summary>
internal sealed class ChainSealer(ChainKeys keys, ChainProof proof, TimeProvider time)
{
    // As long as nodes of the version before may run beside this one, during an upgrade without downtime.
    private static readonly TimeSpan LongestUpgrade = TimeSpan.FromDays(1);

    /// <summary>The chain with further events.</summary>
    /// <param name="upTo">The last event before which no further one will appear.</param>
    /// <returns>The new state and the seals; the same state where there is nothing to change.</returns>
    public (ChainState State, IReadOnlyList<EventSeal> Seals) Seal(ChainState state, IReadOnlyList<StoredEvent> events, long upTo)
    {
        var seals = new List<EventSeal>(events.Count);
        var hash = state.HeadHash;
        foreach (var entry in events)
        {
            hash = EventHash.Of(hash, entry);
            seals.Add(new EventSeal(entry.Id, hash));
        }

        var headId = seals is [.., var last] ? last.EventId : state.HeadId;
        var next = state with
        {
            HeadId = headId,
            HeadHash = hash,
            UnstampedUpTo = state.UnstampedUpTo ?? Unstamped(state, upTo),
            UnkeyedUpTo = keys.AllowsNone ? headId : state.UnkeyedUpTo,
        };
        return next == state && proof.IsCurrent(state) ? (state, seals) : (proof.Prove(next), seals);
    }

    /// <summary>The chain without its oldest events.</summary>
    /// <param name="last">The last one to go.</param>
    public ChainState Shorten(ChainState state, SealedEvent last) =>
        proof.Prove(state with { AnchorId = last.Event.Id, AnchorHash = last.Hash });

    private long? Unstamped(ChainState state, long upTo) =>
        upTo > 0 && time.GetUtcNow() - state.MigratedAt >= LongestUpgrade ? Math.Max(upTo, state.HeadId) : null;
}
