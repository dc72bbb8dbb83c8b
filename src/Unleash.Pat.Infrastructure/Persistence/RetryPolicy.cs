using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How often, and for how long, work is tried again that the database asks to be tried again.</summary>
/// <param name="time">The machine's time: other processes do not go by this service's clock.</param>
internal sealed class RetryPolicy(TimeProvider time)
{
    private const int MaxAttempts = 5;
    private const int FirstDelayMilliseconds = 20;

    // A caller is waiting; what has taken so long is answered rather than tried again.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    private readonly long _start = time.GetTimestamp();
    private int _attempts = 1;

    /// <summary>Waits for the next attempt, the longer the more there were.</summary>
    /// <param name="more">How much longer it may have taken, because the engine lets a statement take so long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> where no more are allowed.</returns>
    public async Task<bool> WaitAsync(TimeSpan more, CancellationToken cancellationToken)
    {
        if (_attempts >= MaxAttempts || time.GetElapsedTime(_start) > Budget + more)
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
