namespace Unleash.Pat.Domain.Tokens;

/// <summary>A new secret for a token, and what becomes of the one before it (docs/api.md, section 8).</summary>
/// <param name="Selector">The public part of the new secret.</param>
/// <param name="Verifier">SHA-256 of the new secret, 32 bytes.</param>
/// <param name="RotatedAt">When the new secret takes the place of the one before it.</param>
/// <param name="ExpiresAt">The token's expiry from now on.</param>
/// <param name="PreviousSecretEndsAt">The first instant at which the secret before it no longer authenticates.</param>
public sealed record PatRotation(
    string Selector, byte[] Verifier, DateTimeOffset RotatedAt, DateTimeOffset ExpiresAt, DateTimeOffset PreviousSecretEndsAt)
{
    /// <summary>The end of a secret that ends at once.</summary>
    /// <remarks>Threat: by its own clock, which is behind, another node would accept a secret that ended a moment ago.</remarks>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    /// <summary>The longest time for which two secrets of a token are valid.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(7);

    /// <summary>Until when both secrets are valid; <see langword="null"/> without an overlap.</summary>
    public DateTimeOffset? OverlapEndsAt => PreviousSecretEndsAt > RotatedAt ? PreviousSecretEndsAt : null;

    /// <param name="pat">The token as it is.</param>
    /// <param name="overlap">For how long the secret before stays valid; it never outlives the expiry that it has.</param>
    public static PatRotation Of(
        PersonalAccessToken pat, TokenSecret secret, DateTimeOffset expiresAt, TimeSpan overlap, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(pat);
        ArgumentNullException.ThrowIfNull(secret);
        var end = now + overlap < pat.ExpiresAt ? now + overlap : pat.ExpiresAt;
        return new(secret.Selector, secret.Verifier(), now, expiresAt, end > now ? end : AtOnce);
    }

    /// <summary>The token after the rotation.</summary>
    public PersonalAccessToken Apply(PersonalAccessToken pat)
    {
        ArgumentNullException.ThrowIfNull(pat);
        return pat with { RotatedAt = RotatedAt, ExpiresAt = ExpiresAt, PreviousSecretExpiresAt = OverlapEndsAt };
    }
}
