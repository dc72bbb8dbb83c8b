namespace Unleash.Pat.Application.Authentication;

/// <summary>How long sessions live (docs/api.md, section 3).</summary>
public static class SessionPolicy
{
    /// <summary>A session that is not used for this long has expired.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>A use is written where it is this much later than the last one that was written.</summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromMinutes(1);
}
