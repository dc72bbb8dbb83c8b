namespace Unleash.Pat.Domain.Tokens;

/// <summary>How long tokens live (docs/api.md, section 1.1).</summary>
/// <param name="DefaultLifetime">The lifetime of a token that names no expiry.</param>
/// <param name="MaxLifetime">The longest lifetime, or <see langword="null"/> for no bound.</param>
public sealed record ExpiryPolicy(TimeSpan DefaultLifetime, TimeSpan? MaxLifetime)
{
    /// <summary>The last instant of the calendar.</summary>
    public static readonly DateTimeOffset EndOfTime = UtcMilliseconds.Truncate(DateTimeOffset.MaxValue);

    /// <summary>The lifetime of a token that names no expiry, which is never longer than the longest.</summary>
    public TimeSpan UsualLifetime => MaxLifetime < DefaultLifetime ? MaxLifetime.Value : DefaultLifetime;

    /// <summary>The latest expiry that a token issued at <paramref name="now"/> may have.</summary>
    /// <param name="now">The instant of issue.</param>
    /// <returns>An instant in whole milliseconds.</returns>
    public DateTimeOffset Latest(DateTimeOffset now) =>
        MaxLifetime is { } longest ? Add(now, longest) : EndOfTime;

    /// <summary>The expiry of a token issued at <paramref name="now"/> that names none.</summary>
    /// <param name="now">The instant of issue.</param>
    /// <returns><see cref="UsualLifetime"/> from now.</returns>
    public DateTimeOffset Default(DateTimeOffset now) => Add(now, UsualLifetime);

    private static DateTimeOffset Add(DateTimeOffset now, TimeSpan lifetime) =>
        UtcMilliseconds.Truncate(lifetime < DateTimeOffset.MaxValue - now ? now + lifetime : EndOfTime);
}
