using System.Globalization;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The service's rules for new tokens. The form offers only what they allow.</summary>
public sealed record TokenPolicy
{
    // Longer lifetimes are shown as "never".
    private static readonly TimeSpan LongestFinite = TimeSpan.FromDays(365 * 100);

    private static readonly TimeSpan[] CommonLifetimes = [.. new[] { 7, 30, 60, 90 }.Select(days => TimeSpan.FromDays(days))];

    /// <summary>Whether tokens can be created (<c>Pats:Enabled</c>).</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The maximum number of tokens of an account.</summary>
    public int? MaxPerUser { get; init; }

    public bool RequiresDescription { get; init; }

    /// <summary>The lifetime of a token without an expiry in the request.</summary>
    public TimeSpan DefaultLifetime { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan? MaxLifetime { get; init; }

    /// <summary>The scopes that a token can have beside the service's own; empty where it can have any.</summary>
    public IReadOnlyList<NamedScope> Scopes { get; init; } = [];

    /// <summary>For how long the former secret of a rotated token works, where nothing else is chosen.</summary>
    public TimeSpan RotationOverlap { get; init; }

    /// <summary>After what time without a use a token is revoked; <see langword="null"/> for never.</summary>
    public TimeSpan? RevokeUnusedAfter { get; init; }

    /// <summary>How long after its expiry a token is deleted; <see langword="null"/> for never.</summary>
    public TimeSpan? DeleteExpiredAfter { get; init; }

    public ExpiryChoice Default => DefaultLifetime > LongestFinite ? ExpiryChoice.Never : ExpiryChoice.After(DefaultLifetime);

    /// <summary>The choices to offer: common lifetimes that are allowed, and the service's default.</summary>
    public IReadOnlyList<ExpiryChoice> Choices
    {
        get
        {
            var lifetimes = CommonLifetimes.Append(DefaultLifetime);
            if (MaxLifetime < CommonLifetimes[^1])
            {
                lifetimes = lifetimes.Append(MaxLifetime.Value);
            }

            return
            [
                .. lifetimes.Where(lifetime => !(lifetime > MaxLifetime) && lifetime <= LongestFinite).Distinct().Order().Select(ExpiryChoice.After),
                ExpiryChoice.Custom,
                .. MaxLifetime is null ? new[] { ExpiryChoice.Never } : [],
            ];
        }
    }

    /// <summary>The rules in sentences, for the form.</summary>
    public IReadOnlyList<string> Rules => [.. new[]
    {
        MaxLifetime is { } longest ? $"A token lives for at most {ExpiryChoice.FormatLifetime(longest)}." : null,
        RequiresDescription ? "A token needs a description." : null,
        RevokeUnusedAfter is { } unused ? $"A token that is not used for {ExpiryChoice.FormatLifetime(unused)} is revoked." : null,
        DeleteExpiredAfter is { } expired ? $"A token is deleted {ExpiryChoice.FormatLifetime(expired)} after it expires." : null,
    }.OfType<string>()];

    internal static TokenPolicy From(SessionState session)
    {
        var policy = From(session.Configuration);
        return session.Policy is not { } inForce ? policy : policy with
        {
            RotationOverlap = Parse(inForce.RotationOverlap) ?? TimeSpan.Zero,
            RevokeUnusedAfter = Parse(inForce.RevokeUnusedAfter),
            DeleteExpiredAfter = Parse(inForce.DeleteExpiredAfter),
        };
    }

    public static TokenPolicy From(ServiceConfiguration? configuration)
    {
        if (configuration?.PersonalAccessTokens is not { } rules)
        {
            return new TokenPolicy();
        }

        return new TokenPolicy
        {
            IsEnabled = rules.Enabled,
            MaxPerUser = rules.MaxPerUser,
            RequiresDescription = rules.RequireDescription,
            DefaultLifetime = TimeSpan.FromSeconds(rules.DefaultLifetime),
            MaxLifetime = rules.MaxLifetime is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Scopes = rules.Scopes ?? [],
        };
    }

    /// <summary>The latest expiry of a token that is created now.</summary>
    public DateTimeOffset Latest(TimeProvider time) => MaxLifetime is { } longest ? Timestamps.After(longest, time) : Timestamps.Never;

    private static TimeSpan? Parse(string? time) =>
        TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
}
