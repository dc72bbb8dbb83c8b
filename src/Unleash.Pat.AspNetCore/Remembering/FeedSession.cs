namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>One unbroken connection of the feed, and what was remembered during it.</summary>
/// <remarks>
/// A session that ended never comes back: the next <c>start</c> makes a new one, so that nothing of before the gap counts.
/// </remarks>
internal sealed class FeedSession
{
    private long _heardAt;
    private long _heardAtUtc;

    public FeedSession(Instant now, int mostTokens)
    {
        Hear(now);
        Tokens = new RememberedTokens(mostTokens);
    }

    public RememberedTokens Tokens { get; }

    /// <summary>When the service was last heard, by the clock of durations.</summary>
    public long HeardAt => Volatile.Read(ref _heardAt);

    public void Hear(Instant now)
    {
        Volatile.Write(ref _heardAt, now.Timestamp);
        Volatile.Write(ref _heardAtUtc, now.UtcTicks);
    }

    /// <summary>
    /// Whether the service was heard lately, by both clocks: one alone would not notice that the machine was suspended, or
    /// that the wall clock was set back.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="units">How long ago it may be, by the clock of durations.</param>
    /// <param name="ticks">The same by the wall clock.</param>
    public bool WasHeardWithin(Instant now, long units, long ticks) =>
        now.Timestamp - Volatile.Read(ref _heardAt) <= units
        && Math.Abs(now.UtcTicks - Volatile.Read(ref _heardAtUtc)) <= ticks;
}
