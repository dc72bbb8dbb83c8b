using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How often, and for how long, work is tried again that the database asks to be tried again.</summary>
/// <param name="longestStatement">How long the engine lets one statement take.</param>
/// <param name="time">The machine's time: other processes do not go by this service's clock.</param>
internal sealed class RetryPolicy(TimeSpan longestStatement, TimeProvider time)
{
    private const int MaxAttempts = 5;
    private const int FirstDelayMilliseconds = 20;

    // A caller is waiting; what has taken so long, beside one statement that ran out of time, is answered rather than
    // tried again.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    private readonly long _start = time.GetTimestamp();
    private int _attempts = 1;

    /// <summary>Waits for the next attempt, the longer the more there were.</summary>
    /// <returns><see langword="false"/> where no more are allowed.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_attempts >= MaxAttempts || time.GetElapsedTime(_start) > longestStatement + Budget)
        {
            return false;
        }

        // Two victims of one deadlock that waited equally long would meet again.
        var longest = FirstDelayMilliseconds << (2 * _attempts++);
        var delay = RandomNumberGenerator.GetInt32(longest / 2, longest);
        await Task.Delay(TimeSpan.FromMilliseconds(delay), time, cancellationToken);
        return true;
    }
}
