namespace Unleash.Pat.Domain.Tokens;

/// <summary>How long tokens live (docs/api.md, section 1.1).</summary>
/// <param name="DefaultLifetime">The lifetime of a token that is created without an expiry.</param>
/// <param name="MaxLifetime">The longest lifetime, or <see langword="null"/> for no limit.</param>
public sealed record ExpiryPolicy(TimeSpan DefaultLifetime, TimeSpan? MaxLifetime)
{
    /// <summary>The last instant of the calendar.</summary>
    public static readonly DateTimeOffset EndOfTime = UtcMilliseconds.Truncate(DateTimeOffset.MaxValue);

    /// <summary>The lifetime of a token that is created without an expiry: never more than the longest lifetime.</summary>
    public TimeSpan UsualLifetime => MaxLifetime < DefaultLifetime ? MaxLifetime.Value : DefaultLifetime;

    /// <summary>The latest expiry of a token that is created at <paramref name="now"/>.</summary>
    public DateTimeOffset Latest(DateTimeOffset now) =>
        MaxLifetime is { } longest ? Add(now, longest) : EndOfTime;

    /// <summary>The rule that an expiry breaks for a token that is created at <paramref name="now"/>, or <see langword="null"/>.</summary>
    public ExpiryFault? FindFault(DateTimeOffset expiresAt, DateTimeOffset now) => UtcMilliseconds.Truncate(expiresAt) switch
    {
        var expiry when expiry <= now => ExpiryFault.NotInFuture,
        var expiry when expiry > Latest(now) => ExpiryFault.TooLate,
        _ => null,
    };

    /// <summary>The expiry of a token that is created at <paramref name="now"/>.</summary>
    /// <param name="requested">The expiry that the request names; <see langword="null"/> takes the default lifetime.</param>
    /// <param name="now">The instant of creation.</param>
    /// <param name="limit">Bounds the default lifetime; a requested expiry beyond it is left for the caller to refuse.</param>
    public DateTimeOffset Choose(DateTimeOffset? requested, DateTimeOffset now, IssuerLimit limit) => requested is { } named
        ? UtcMilliseconds.Truncate(named)
        : limit.Bound(Add(now, UsualLifetime));

    /// <summary>The expiry of a token that is rotated at <paramref name="now"/>: without a requested one, it lives as long again.</summary>
    /// <param name="lifetime">From its last issue to its expiry.</param>
    /// <inheritdoc cref="Choose(DateTimeOffset?, DateTimeOffset, IssuerLimit)" path="/param" />
    public DateTimeOffset ChooseAgain(DateTimeOffset? requested, DateTimeOffset now, TimeSpan lifetime, IssuerLimit limit) =>
        requested is { } named
            ? UtcMilliseconds.Truncate(named)
            : limit.Bound(Add(now, MaxLifetime < lifetime ? MaxLifetime.Value : lifetime));

    private static DateTimeOffset Add(DateTimeOffset now, TimeSpan lifetime) =>
        UtcMilliseconds.Truncate(lifetime < DateTimeOffset.MaxValue - now ? now + lifetime : EndOfTime);
}

/// <summary>A rule that a token's expiry breaks.</summary>
public enum ExpiryFault
{
    NotInFuture = 0,

    /// <summary>After <see cref="ExpiryPolicy.Latest"/>.</summary>
    TooLate,
}
