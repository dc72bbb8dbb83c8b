namespace Unleash.Pat.Application.Sessions;

/// <summary>How long sessions live (docs/api.md, section 3).</summary>
public static class SessionPolicy
{
    /// <summary>A session that is not used for so long has ended.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>An ended session is kept for so long, to be looked into, and then deleted with its address.</summary>
    public static readonly TimeSpan KeepExpiredFor = TimeSpan.FromDays(1);

    /// <summary>A session's use is written down when it is so much later than the use written before.</summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromMinutes(1);
}
