using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How often, and for how long, work is tried again that the database asks to be tried again.</summary>
internal sealed class RetryPolicy
{
    private const int MaxAttempts = 5;
    private const int FirstDelayMilliseconds = 20;

    // A caller is waiting; what has taken so long is answered rather than tried again.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    // Other processes do not go by this service's clock, so it is the machine's that counts here.
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private int _attempts = 1;

    /// <summary>Waits for the next attempt, the longer the more there were.</summary>
    /// <returns><see langword="false"/> where no more are allowed.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_attempts >= MaxAttempts || _time.GetElapsedTime(_start) > Budget)
        {
            return false;
        }

        // Two victims of one deadlock that waited equally long would meet again.
        var longest = FirstDelayMilliseconds << (2 * _attempts++);
        var delay = RandomNumberGenerator.GetInt32(longest / 2, longest);
        await Task.Delay(TimeSpan.FromMilliseconds(delay), _time, cancellationToken);
        return true;
    }
}
