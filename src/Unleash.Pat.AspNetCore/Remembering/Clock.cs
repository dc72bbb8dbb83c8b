namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>Both clocks at one moment.</summary>
/// <param name="Timestamp">The clock of durations: it is never set, and may stand still while the machine is suspended.</param>
/// <param name="UtcTicks">The wall clock: it can be set, and goes on while the machine is suspended.</param>
internal readonly record struct Instant(long Timestamp, long UtcTicks);

/// <summary>Reads both clocks, and turns spans into their units.</summary>
internal sealed class Clock(TimeProvider time)
{
    public TimeProvider Time { get; } = time;

    public Instant Now() => new(Time.GetTimestamp(), Time.GetUtcNow().UtcTicks);

    /// <summary>A span in units of the clock of durations.</summary>
    public long Units(TimeSpan span) => (long)(span.TotalSeconds * Time.TimestampFrequency);
}
