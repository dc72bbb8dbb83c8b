namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Goes through the database's events in windows, while the service may record, seal and delete.</summary>
internal sealed class LogVerification(
    IEventChainRepository chain, ChainProof proof, LogFindings findings, StampCheck stamps, ExpectedHeads heads)
{
    private const int WindowSize = 2_000;

    /// <returns>How many events were checked, and how many are not sealed.</returns>
    public async Task<(long Checked, long NotSealed)> RunAsync(ChainState state, CancellationToken cancellationToken)
    {
        await FindBeforeAsync(state, cancellationToken);
        var walk = new ChainWalk(state.AnchorId, state.AnchorHash, findings, stamps, heads);
        var last = await FollowAsync(walk, state, cancellationToken);
        if (last == state.HeadId)
        {
            walk.End(state);
        }

        return (walk.Checked, await CheckTailAsync(last, cancellationToken));
    }

    // What was deleted by age is not there any more.
    private async Task FindBeforeAsync(ChainState state, CancellationToken cancellationToken)
    {
        if (await chain.GetEndsAsync(cancellationToken) is { } ends
            && (ends.FirstEvent <= state.AnchorId || ends.FirstSeal <= state.AnchorId))
        {
            var where = state.AnchorId == 0
                ? "it stands before the first event that the chain knows"
                : $"it stands before the beginning of the chain, which is after event {state.AnchorId}";
            var window = await chain.GetWindowAsync(long.MinValue, WindowSize, cancellationToken);
            foreach (var id in Before(ends.FirstEvent, window.Events.Select(entry => entry.Id), state))
            {
                findings.Add($"Event {id} was inserted: {where}.");
            }

            foreach (var id in Before(ends.FirstSeal, window.Seals.Select(seal => seal.EventId), state))
            {
                findings.Add($"A seal of event {id} was inserted: {where}.");
            }
        }
    }

    // Threat: the smallest number that there is comes after no other, so no window has it.
    private static IEnumerable<long> Before(long? first, IEnumerable<long> window, ChainState state) =>
        (first is { } id ? window.Prepend(id) : window).Distinct().TakeWhile(each => each <= state.AnchorId);

    // Up to the head of the beginning: what is sealed meanwhile is not chased.
    private async Task<long> FollowAsync(ChainWalk walk, ChainState state, CancellationToken cancellationToken)
    {
        var after = state.AnchorId;
        while (after < state.HeadId)
        {
            var window = await chain.GetWindowAsync(after, WindowSize, cancellationToken);
            if (window.State is { } now && now.AnchorId > after && proof.FaultOf(now) is null)
            {
                // The service has deleted old events meanwhile.
                walk.GoOn(now);
                after = now.AnchorId;
                continue;
            }

            if (after == state.AnchorId && HasNoSeals(window, state))
            {
                walk.ExpectNoSeals();
            }

            var end = Math.Min(state.HeadId, EndOf(window));
            walk.Take(window, end);
            after = end;
        }

        return after;
    }

    // The state was read after the seals: they have not gone by age.
    private static bool HasNoSeals(ChainWindow window, ChainState state) =>
        window.Seals.Count == 0 && window.Events is [var first, ..] && first.Id <= state.HeadId && window.State?.AnchorId == state.AnchorId;

    // Neither events nor seals after it were read, if there are more than fit in.
    private static long EndOf(ChainWindow window) => Math.Min(
        window.Events.Count < WindowSize ? long.MaxValue : window.Events[^1].Id,
        window.Seals.Count < WindowSize ? long.MaxValue : window.Seals[^1].EventId);

    private async Task<long> CheckTailAsync(long after, CancellationToken cancellationToken)
    {
        // The seals before the head, so that one of a moment ago is not taken for one that lies beyond it.
        var ends = await chain.GetEndsAsync(cancellationToken);
        var head = (await chain.GetStateAsync(cancellationToken))?.HeadId ?? 0;
        findings.Add(ends.LastSeal > head
            ? $"A seal of event {ends.LastSeal} was inserted: {(head == 0 ? "the chain has no events yet" : $"the chain ends with event {head}")}."
            : null);
        var notSealed = 0L;
        while (after < ends.LastEvent)
        {
            var window = await chain.GetWindowAsync(after, WindowSize, cancellationToken);
            foreach (var entry in window.Events.TakeWhile(entry => entry.Id <= ends.LastEvent))
            {
                notSealed += entry.Id > head ? 1 : 0;
                findings.Add(stamps.SentenceOn(entry));
            }

            after = window.Events is [.., var last] ? last.Id : ends.LastEvent;
        }

        return notSealed;
    }
}
