using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The input for a new token, and its validation before sending.</summary>
public sealed class TokenDraft(TokenPolicy policy)
{
    // docs/api.md, section 1; in code points, as in the service.
    private const int MaxDescriptionLength = 255;

    // The service receives the request later, and its clock may differ.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    public string Description { get; set; } = "";

    public ExpiryChoice Choice { get; set; } = policy.Default;

    /// <summary>The custom expiry, in local time.</summary>
    public DateTime? Custom { get; set; }

    /// <summary>The scopes that are chosen; they count only if the token is restricted.</summary>
    public ScopeSelection Scopes { get; } = new(policy);

    /// <summary>The description to send; <see langword="null"/> lets the service name the token.</summary>
    public string? DescriptionToSend => Description.Length == 0 ? null : Description;

    /// <summary>The expiry by the browser's clock; <see langword="null"/> if the custom expiry is missing.</summary>
    public DateTimeOffset? ExpiresAt(TimeProvider time) => Choice.ExpiresAt(Custom, time);

    /// <summary>The expiry to send; <see langword="null"/> lets the service compute the default by its own clock.</summary>
    public DateTimeOffset? ExpiryToSend(TimeProvider time) => Choice switch
    {
        _ when Choice == policy.Default => null,
        { Lifetime: { } lifetime } when lifetime == policy.MaxLifetime && lifetime > ClockTolerance => Timestamps.After(lifetime - ClockTolerance, time),
        _ => ExpiresAt(time),
    };

    /// <summary>Selects a choice; a custom expiry starts with the previous choice.</summary>
    public void Choose(ExpiryChoice choice, TimeProvider time)
    {
        if (choice == ExpiryChoice.Custom && Custom is null && !Choice.IsNever && ExpiresAt(time) is { } previous)
        {
            var local = TimeZoneInfo.ConvertTime(previous, time.LocalTimeZone).DateTime;
            Custom = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        Choice = choice;
    }

    public string? DescriptionError(IReadOnlyCollection<string> existing) => Description switch
    {
        "" when !policy.RequiresDescription => null,
        _ when string.IsNullOrWhiteSpace(Description) => "Enter a description.",
        _ when Description.EnumerateRunes().Count() > MaxDescriptionLength => $"The description can have at most {MaxDescriptionLength} characters.",
        _ when existing.Contains(Description, StringComparer.Ordinal) => "You already have a token with this description.",
        _ => null,
    };

    public string? ExpiryError(TimeProvider time) => ExpiresAt(time) switch
    {
        null => "Choose a date and time.",
        { } at when at <= time.GetUtcNow() => "The expiry must be in the future.",
        { } at when at > policy.Latest(time) => $"The expiry must not be later than {Timestamps.Exact(policy.Latest(time), time)}.",
        _ => null,
    };
}
