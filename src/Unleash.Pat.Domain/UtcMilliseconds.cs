namespace Unleash.Pat.Domain;

/// <summary>An instant as the service keeps and shows it: UTC, whole milliseconds.</summary>
public static class UtcMilliseconds
{
    /// <summary>Cuts an instant off, never rounds it, to the millisecond, and turns it to UTC.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The last whole millisecond that is not after it.</returns>
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>The current instant in whole milliseconds.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset UtcNow(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Truncate(time.GetUtcNow());
    }
}
