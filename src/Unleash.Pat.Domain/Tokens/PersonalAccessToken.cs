namespace Unleash.Pat.Domain.Tokens;

/// <summary>A personal access token that an account holds (docs/api.md, section 1); its secret is not part of it.</summary>
/// <param name="Id">Rises with every token.</param>
/// <param name="UserId">The account that holds it.</param>
/// <param name="Description">Unique within the account.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
public sealed record PersonalAccessToken(
    long Id,
    long UserId,
    TokenDescription Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>What it may do; <see langword="null"/> for all that its account may (docs/api.md, section 1.6).</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>Whether it authenticates; its account can switch it off and on again.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The address from which it was last used: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    public string? LastUsedFrom { get; init; }

    /// <summary>When its secret was last replaced.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>Until when the secret before the last rotation authenticates as well; it may have passed.</summary>
    public DateTimeOffset? PreviousSecretExpiresAt { get; init; }

    /// <summary>How often one of its secrets was presented and refused.</summary>
    public long RejectedUses { get; init; }

    /// <summary>When it was created or last rotated: its lifetime counts from here.</summary>
    public DateTimeOffset IssuedAt => RotatedAt ?? CreatedAt;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>The warning to show at <paramref name="now"/> (docs/api.md, section 1.5), counted in days of the UTC calendar.</summary>
    /// <param name="notificationDays">Numbers of days before the expiry from which a warning is due.</param>
    public ExpiryWarning WarningAt(DateTimeOffset now, IEnumerable<int> notificationDays)
    {
        if (IsExpired(now))
        {
            return ExpiryWarning.Expired;
        }

        var toExpiry = CalendarDays(now, ExpiresAt);
        var sinceCreation = CalendarDays(CreatedAt, now);
        return sinceCreation >= toExpiry && notificationDays.Any(days => toExpiry <= days)
            ? ExpiryWarning.ExpiresSoon
            : ExpiryWarning.None;
    }

    private static int CalendarDays(DateTimeOffset from, DateTimeOffset to) =>
        (to.UtcDateTime.Date - from.UtcDateTime.Date).Days;
}
