using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Policy;

/// <summary>The rules for tokens (docs/api.md, section 10).</summary>
public sealed record TokenPolicy
{
    /// <summary>Whether tokens can be created.</summary>
    public bool Enabled { get; init; }

    /// <summary>The most tokens that an account holds.</summary>
    public int MaxPerUser { get; init; }

    /// <summary>The lifetime of a token that is created without an expiry.</summary>
    public TimeSpan DefaultLifetime { get; init; }

    /// <summary>The longest lifetime; <see langword="null"/> for any.</summary>
    public TimeSpan? MaxLifetime { get; init; }

    /// <summary>Whether a token must have a description.</summary>
    public bool RequireDescription { get; init; }

    /// <summary>Whether a token can create tokens that expire later than itself.</summary>
    public bool TokensMayOutliveIssuer { get; init; }

    /// <summary>For how long a secret works after its rotation.</summary>
    public TimeSpan RotationOverlap { get; init; }

    /// <summary>After what time without a use a token is revoked; <see langword="null"/> for never.</summary>
    public TimeSpan? RevokeUnusedAfter { get; init; }

    /// <summary>How long after its expiry a token is deleted; <see langword="null"/> for never.</summary>
    public TimeSpan? DeleteExpiredAfter { get; init; }

    /// <summary>Days before the expiry at which a warning is due.</summary>
    public IReadOnlyList<int> ExpiryNotificationDays { get; init; } = [];

    /// <summary>
    /// The scopes that tokens can have beside <c>api:read</c> and <c>api:write</c>, and what they are for;
    /// <see langword="null"/> for any.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Scopes { get; init; }

    /// <summary>The policy in force.</summary>
    public static TokenPolicy Of(PatOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new()
        {
            Enabled = options.Enabled,
            MaxPerUser = options.MaxPerUser,
            DefaultLifetime = options.Policy.UsualLifetime,
            MaxLifetime = options.MaxLifetime,
            RequireDescription = options.RequireDescription,
            TokensMayOutliveIssuer = options.TokensMayOutliveIssuer,
            RotationOverlap = options.RotationOverlap,
            RevokeUnusedAfter = options.RevokeUnusedAfter,
            DeleteExpiredAfter = options.DeleteExpiredAfter,
            ExpiryNotificationDays = [.. options.NotificationDays],
            Scopes = options.Scopes.Count > 0 ? options.Scopes : null,
        };
    }
}
