namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>The failed attempts of each source. Hold the throttle's lock.</summary>
/// <remarks>
/// Threat: invented names must not fill the memory, nor push out the counts of accounts under attack. So
/// the number of entries is bounded, and those with the fewest failures are dropped first.
/// </remarks>
internal sealed class FailureCounters<TKey>(Backoff backoff)
    where TKey : notnull
{
    private const int MostKept = 50_000;

    private readonly Dictionary<TKey, FailureCount> _counts = [];

    public FailureCount Get(TKey key, TimeSpan now)
    {
        if (_counts.TryGetValue(key, out var count) && (count.IsEmpty || !count.IsForgotten(now)))
        {
            return count;
        }

        if (count is null && _counts.Count >= MostKept)
        {
            Shrink();
        }

        return _counts[key] = new FailureCount(backoff);
    }

    /// <summary>Drops an entry without failures and without an attempt that is still running.</summary>
    public void Forget(TKey key)
    {
        if (_counts.TryGetValue(key, out var count) && count.Turns.CurrentCount == backoff.Free)
        {
            _counts.Remove(key);
        }
    }

    private void Shrink()
    {
        foreach (var pair in _counts.OrderBy(pair => pair.Value.LastFailure).OrderBy(pair => pair.Value.Failures)
            .Take(MostKept / 10).ToList())
        {
            _counts.Remove(pair.Key);
        }
    }
}
