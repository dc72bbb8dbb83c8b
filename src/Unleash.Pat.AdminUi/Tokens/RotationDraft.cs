using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The input for a rotation.</summary>
internal sealed class RotationDraft
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly PersonalAccessToken _token;

    public RotationDraft(PersonalAccessToken token, TokenPolicy policy, TimeProvider time)
    {
        _token = token;
        Policy = policy with { DefaultLifetime = Lifetime(token, policy) };
        Expiry = new TokenDraft(Policy);
        HasLiveSecret = token.ExpiresAt > time.GetUtcNow();
        Overlaps =
        [
            .. new[] { TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), policy.RotationOverlap }.Distinct().Order(),
        ];
        Overlap = HasLiveSecret ? policy.RotationOverlap : TimeSpan.Zero;
    }

    /// <summary>The service's rules, with the token's own lifetime as the default.</summary>
    public TokenPolicy Policy { get; }

    public TokenDraft Expiry { get; }

    /// <summary>For how long the former secret can work.</summary>
    public IReadOnlyList<TimeSpan> Overlaps { get; }

    public TimeSpan Overlap { get; set; }

    /// <summary>Whether there is a secret that works, which an overlap would keep.</summary>
    public bool HasLiveSecret { get; }

    /// <summary>Until when the former secret works; <see langword="null"/> if it ends at once.</summary>
    public DateTimeOffset? OldSecretExpiresAt(TimeProvider time)
    {
        var end = Timestamps.After(Overlap, time);
        return Overlap == TimeSpan.Zero ? null : end < _token.ExpiresAt ? end : _token.ExpiresAt;
    }

    public TokenRotation ToSend(TimeProvider time) =>
        new() { ExpiresAt = Expiry.ExpiryToSend(time), OverlapSeconds = (long)Overlap.TotalSeconds };

    // As the service counts it, and as long as its rules allow. In whole days where only the clocks make the difference.
    private static TimeSpan Lifetime(PersonalAccessToken token, TokenPolicy policy)
    {
        var lifetime = token.ExpiresAt - (token.RotatedAt ?? token.CreatedAt);
        var days = TimeSpan.FromDays(Math.Round(lifetime.TotalDays));
        var rounded = days > TimeSpan.Zero && (lifetime - days).Duration() < ClockTolerance ? days : lifetime;
        return rounded > policy.MaxLifetime ? policy.MaxLifetime.Value : rounded;
    }
}
