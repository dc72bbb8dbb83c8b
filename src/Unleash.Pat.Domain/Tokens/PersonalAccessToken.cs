namespace Unleash.Pat.Domain.Tokens;

/// <summary>A personal access token as an account holds it (docs/api.md, section 1); its secret is not part of it.</summary>
/// <param name="Id">Rises with every token issued; 0 before the database has given it.</param>
/// <param name="UserId">The account it belongs to.</param>
/// <param name="Description">Unique within the account, code point by code point.</param>
/// <param name="Selector">The secret's public part.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="ExpiresAt">It is dead from this instant on.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
public sealed record PersonalAccessToken(
    long Id,
    long UserId,
    string Description,
    string Selector,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>Issues a token.</summary>
    /// <param name="userId">The account that will hold it.</param>
    /// <param name="selector">The public part of its secret.</param>
    /// <param name="description">What its holder calls it, or <see langword="null"/> for the service's name.</param>
    /// <param name="expiresAt">The wished expiry, or <see langword="null"/> for the policy's default.</param>
    /// <param name="policy">How long tokens live.</param>
    /// <param name="now">The instant of issue.</param>
    /// <returns>A token that has no id yet.</returns>
    /// <exception cref="ArgumentException">The description or the expiry breaks a rule that a validator should have caught.</exception>
    public static PersonalAccessToken Issue(
        long userId,
        string selector,
        string? description,
        DateTimeOffset? expiresAt,
        ExpiryPolicy policy,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var createdAt = UtcMilliseconds.Truncate(now);
        var expiry = expiresAt is { } wished ? UtcMilliseconds.Truncate(wished) : policy.Default(createdAt);
        if (expiry <= createdAt || expiry > policy.Latest(createdAt))
        {
            throw new ArgumentOutOfRangeException(nameof(expiresAt), "The expiry is not within what the policy allows.");
        }

        var name = description ?? TokenDescription.Default(selector);
        if (TokenDescription.IsBlank(name) || TokenDescription.IsTooLong(name) || TokenDescription.HasNul(name))
        {
            throw new ArgumentException("The description breaks its rules.", nameof(description));
        }

        return new PersonalAccessToken(0, userId, name, selector, createdAt, expiry, null);
    }

    /// <summary>Whether the token is dead: from its expiry on, that instant included.</summary>
    /// <param name="now">The instant asked about.</param>
    /// <returns><see langword="true"/> where it is.</returns>
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>What its holder should be told (docs/api.md, section 1.5).</summary>
    /// <param name="now">The instant asked about.</param>
    /// <param name="notificationDays">Numbers of days before expiry at which a holder wants to know.</param>
    /// <returns>The warning. Days are those of the UTC calendar, not spans of 24 hours.</returns>
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
