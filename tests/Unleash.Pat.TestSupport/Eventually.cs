namespace Unleash.Pat.TestSupport;

/// <summary>Waits for what happens soon but not at once, without ever waiting longer than it takes.</summary>
public static class Eventually
{
    /// <summary>Generous, because a loaded machine must not fail a test; only a failing test waits so long.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again.</summary>
    /// <typeparam name="T">What is looked at.</typeparam>
    /// <param name="look">Looks once.</param>
    /// <param name="wanted">Whether it is as it should be.</param>
    /// <param name="within">How long to look; <see cref="Timeout"/> where it is absent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was seen last, as it should be or not: the caller asserts.</returns>
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
