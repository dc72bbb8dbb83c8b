namespace Unleash.Pat.TestSupport;

/// <summary>Waits for a condition, no longer than it takes.</summary>
public static class Eventually
{
    /// <summary>Generous, because a loaded machine must not fail a test; only a failing test waits so long.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Polls until the condition holds, or until <see cref="Timeout"/> where <paramref name="within"/> is absent.</summary>
    /// <returns>What was seen last, whether or not the condition holds: the caller asserts.</returns>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> look, Func<T, bool> wanted, TimeSpan? within, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (wanted(seen) || TimeProvider.System.GetElapsedTime(start) > (within ?? Timeout))
            {
                return seen;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
