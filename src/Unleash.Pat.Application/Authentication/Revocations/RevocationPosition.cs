namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>How far this node has read the revocations.</summary>
/// <remarks>
/// Ids are given before the commit, so a revocation can appear whose id is smaller than one that was read. Each read
/// therefore goes back to where the node stood before the longest commit began, and leaves out what it has seen.
/// </remarks>
internal sealed class RevocationPosition(TimeSpan commitDelay)
{
    /// <summary>How long revocations are kept. A node that has not read for a second starts over, and needs none of them.</summary>
    internal static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(10);

    private readonly DelayedPosition _settled = new(commitDelay);
    private readonly DelayedPosition _prunable = new(KeepFor + commitDelay);
    private readonly HashSet<long> _seen = [];
    private long _last;

    /// <summary>The id after which the next read begins.</summary>
    public long After => _settled.Id;

    /// <summary>The last revocation that no node needs.</summary>
    public long Prunable => _prunable.Id;

    /// <summary>Takes what a read has found.</summary>
    /// <param name="at">When the read began, on the clock of durations.</param>
    /// <returns>What is new.</returns>
    public IReadOnlyList<Revocation> Take(TimeSpan at, IReadOnlyList<Revocation> found)
    {
        List<Revocation> unseen = [.. found.Where(revocation => _seen.Add(revocation.Id))];
        _last = found.Count == 0 ? _last : Math.Max(_last, found[^1].Id);
        var after = After;
        _settled.Advance(at, _last);
        _prunable.Advance(at, _last);
        if (After != after)
        {
            _seen.RemoveWhere(id => id <= After);
        }

        return unseen;
    }
}
