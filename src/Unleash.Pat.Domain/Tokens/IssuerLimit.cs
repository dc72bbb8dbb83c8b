namespace Unleash.Pat.Domain.Tokens;

/// <summary>The latest expiry of a token that is created with another token: that token's own (docs/api.md, section 1.1).</summary>
/// <param name="Latest">The expiry of the token that authenticates the request; <see langword="null"/> for no limit.</param>
/// <remarks>
/// Threat: a token that leaks for a moment creates one that lives to the year 9999, and revoking the first ends nothing.
/// </remarks>
public readonly record struct IssuerLimit(DateTimeOffset? Latest)
{
    public bool Forbids(DateTimeOffset expiresAt) => expiresAt > Latest;

    /// <summary>The earlier of an expiry and the limit.</summary>
    public DateTimeOffset Bound(DateTimeOffset expiresAt) => Latest is { } latest && Forbids(expiresAt) ? latest : expiresAt;
}
