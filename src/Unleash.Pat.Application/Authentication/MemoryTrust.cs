namespace Unleash.Pat.Application.Authentication;

/// <summary>Whether this node may use what it remembers: for one second after it began to read the revocations.</summary>
/// <remarks>
/// Threats. A node that cannot read would accept what others have revoked, so it trusts its memory no longer than the
/// promise allows. The wall clock can be set back, and the clock of durations stands still while a machine sleeps, so both
/// must say that the second is not over.
/// </remarks>
public sealed class MemoryTrust(TimeProvider time)
{
    /// <summary>How long a node trusts its memory after it began its last complete read of the revocations.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private volatile Reading? _last;

    /// <summary>Whether what is remembered is right now.</summary>
    public bool IsGiven => _last is { } last && IsRecent(last);

    /// <summary>A moment at which a read of the revocations begins.</summary>
    internal Reading Now() => new(time.GetTimestamp(), time.GetUtcNow());

    internal bool IsRecent(Reading reading) =>
        time.GetElapsedTime(reading.Timestamp) < Limit && time.GetUtcNow() - reading.WallClock < Limit;

    /// <summary>Gives trust for the second that began with a read.</summary>
    internal void Renew(Reading reading) => _last = reading;

    /// <summary>Takes the trust back until the next read.</summary>
    internal void Withdraw() => _last = null;

    internal sealed record Reading(long Timestamp, DateTimeOffset WallClock);
}
