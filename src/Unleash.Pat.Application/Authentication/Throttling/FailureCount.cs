namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>The failed attempts of one source. Hold the throttle's lock, except for <see cref="Turns"/>.</summary>
internal sealed class FailureCount(Backoff backoff)
{
    // Long after the longest wait, so that waiting allows few guesses a day.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>
    /// Threat: guesses sent all at once would be checked before the first of them is counted. So only as many run at once
    /// as there are free failures left: each failure keeps its turn, except for the last one.
    /// </summary>
    public SemaphoreSlim Turns { get; } = new(backoff.Free);

    public int Failures { get; private set; }

    /// <summary>Since the throttle began.</summary>
    public TimeSpan LastFailure { get; private set; }

    public bool IsEmpty => Failures == 0;

    public bool IsForgotten(TimeSpan now) => now - LastFailure >= Kept;

    public TimeSpan WaitAt(TimeSpan now) => LastFailure + backoff.After(Failures) - now;

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether its turn must be released.</returns>
    public bool Add(TimeSpan now)
    {
        LastFailure = now;
        return ++Failures >= backoff.Free;
    }

    /// <summary>Forgets the failures.</summary>
    /// <returns>How many turns they had kept.</returns>
    public int Reset()
    {
        var kept = Math.Min(Failures, backoff.Free - 1);
        Failures = 0;
        LastFailure = default;
        return kept;
    }
}
