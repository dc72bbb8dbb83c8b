namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>Failed attempts by whom they count against; to be used under the throttle's lock.</summary>
/// <remarks>
/// Threat: invented names must not fill the memory, nor push out the counts of accounts under attack. So the book is
/// bounded, and the entries with the fewest failures go first.
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

    /// <summary>Drops an entry that is of no use: without failures, and with no attempt under way.</summary>
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
