namespace Unleash.Pat.Application.Events;

/// <summary>Says up to which id no further event will appear, for readers that take each event once.</summary>
/// <remarks>
/// Where the engine has several writers, a row gets its id before its commit: an event can appear after one with a greater
/// id. What was the newest event a commit's longest delay ago is safe.
/// </remarks>
internal sealed class SettledEvents(IEventRepository events, TimeProvider time)
{
    // Callers ask every few seconds. One that asks all the time must not fill the memory.
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<Sample> _samples = new();
    private Sample? _last;
    private long _settled;

    /// <returns>The id; 0 where no event is known to be safe yet, as for a while after the start.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    public async Task<long> GetUpToAsync(CancellationToken cancellationToken)
    {
        // Before the read: what gets its id later is not covered by it.
        var now = time.GetTimestamp();
        var newest = await events.GetNewestIdAsync(cancellationToken);
        return events.CommitDelay == TimeSpan.Zero ? newest : Settle(new Sample(now, newest));
    }

    private long Settle(Sample sample)
    {
        lock (_gate)
        {
            if (_last is not { } last || time.GetElapsedTime(last.At, sample.At) >= BetweenSamples)
            {
                _samples.Enqueue(sample);
                _last = sample;
            }

            while (_samples.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, sample.At) > events.CommitDelay)
            {
                _settled = Math.Max(_settled, oldest.Newest);
                _samples.Dequeue();
            }

            return _settled;
        }
    }

    private readonly record struct Sample(long At, long Newest);
}
