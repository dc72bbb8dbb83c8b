using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How often, and for how long, work is retried.</summary>
/// <param name="time">The machine's clock, because other processes do not go by this service's.</param>
internal sealed class RetryPolicy(TimeProvider time)
{
    private const int MaxAttempts = 5;
    private const int FirstDelayMilliseconds = 20;

    // A caller is waiting: work that has taken this long is answered rather than retried.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    private readonly long _start = time.GetTimestamp();
    private int _attempts = 1;

    /// <summary>Waits before the next attempt, longer each time.</summary>
    /// <param name="more">What the attempts may have taken beyond the budget, because a statement may take so long.</param>
    /// <returns><see langword="false"/> where no attempt is left.</returns>
    public async Task<bool> WaitAsync(TimeSpan more, CancellationToken cancellationToken)
    {
        if (_attempts >= MaxAttempts || time.GetElapsedTime(_start) > Budget + more)
        {
            return false;
        }

        // Random: two victims of one deadlock that waited equally long would meet again.
        var longest = FirstDelayMilliseconds << (2 * _attempts++);
        var delay = RandomNumberGenerator.GetInt32(longest / 2, longest);
        await Task.Delay(TimeSpan.FromMilliseconds(delay), time, cancellationToken);
        return true;
    }
}
