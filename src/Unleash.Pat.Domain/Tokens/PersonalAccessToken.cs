namespace Unleash.Pat.Domain.Tokens;

/// <summary>A personal access token that an account holds (docs/api.md, section 1); its secret is not part of it.</summary>
/// <param name="Id">Rises with every token.</param>
/// <param name="UserId">The account that holds it.</param>
/// <param name="Description">Unique within the account.</param>
/// <param name="Selector">The public part of its secret.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
public sealed record PersonalAccessToken(
    long Id,
    long UserId,
    TokenDescription Description,
    string Selector,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SeenAt)
{
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
