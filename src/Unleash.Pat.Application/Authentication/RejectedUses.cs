using System.Net;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Counts the presentations of real secrets that are refused, and writes them in batches (docs/api.md, section 1).</summary>
/// <remarks>
/// Threat: a secret that was replaced, switched off or has expired and is still presented is in a forgotten place, or in
/// strange hands. Only whole secrets count, so nobody can fill the memory with invented ones.
/// </remarks>
internal sealed class RejectedUses(IRejectedUseStore store, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Dictionary<long, RejectedUse> _uses = [];

    public void Count(long tokenId, TokenRefusal refusal, IPAddress? from)
    {
        var supersededFrom = refusal == TokenRefusal.Superseded ? NetworkSource.Of(from) : null;
        lock (_gate)
        {
            Add(new RejectedUse(tokenId, 1, time.GetUtcNow(), supersededFrom));
        }
    }

    public void Forget() => Take();

    /// <summary>Writes what was counted. What cannot be written stays counted.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var pending = new Queue<RejectedUse[]>(Take().OrderBy(use => use.TokenId).Chunk(IRejectedUseStore.MaxBatchSize));
        try
        {
            while (pending.TryPeek(out var batch))
            {
                await store.WriteRejectedAsync(batch, cancellationToken);
                pending.Dequeue();
            }
        }
        finally
        {
            GiveBack(pending.SelectMany(batch => batch));
        }
    }

    private Dictionary<long, RejectedUse>.ValueCollection Take()
    {
        lock (_gate)
        {
            var taken = _uses;
            _uses = [];
            return taken.Values;
        }
    }

    private void GiveBack(IEnumerable<RejectedUse> uses)
    {
        lock (_gate)
        {
            foreach (var use in uses)
            {
                Add(use);
            }
        }
    }

    private void Add(RejectedUse use) => _uses[use.TokenId] = _uses.TryGetValue(use.TokenId, out var known)
        ? known with { Count = known.Count + use.Count, SupersededFrom = known.SupersededFrom ?? use.SupersededFrom }
        : use;
}
