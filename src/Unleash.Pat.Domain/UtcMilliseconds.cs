namespace Unleash.Pat.Domain;

/// <summary>Instants as the service stores and shows them: in UTC, in whole milliseconds.</summary>
public static class UtcMilliseconds
{
    /// <summary>Truncates an instant to the millisecond, without rounding, and converts it to UTC.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>The current instant in whole milliseconds.</summary>
    public static DateTimeOffset UtcNow(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Truncate(time.GetUtcNow());
    }
}
