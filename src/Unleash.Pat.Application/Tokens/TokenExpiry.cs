using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The expiry of a token that the caller creates or takes over (docs/api.md, section 1.1).</summary>
/// <remarks>
/// The expiry of the caller's own token only comes nearer, unless it is rotated; what a node remembers of it is at most a
/// second old.
/// </remarks>
internal sealed class TokenExpiry(ICurrentUser current, IOptions<PatOptions> options, TimeProvider time)
{
    /// <summary>The expiry of a token that is created now.</summary>
    /// <exception cref="RefusedException">The requested expiry has passed since validation, or is later than the limit.</exception>
    public DateTimeOffset Choose(DateTimeOffset? requested, DateTimeOffset now) =>
        Choose(requested, now, limit => options.Value.Policy.Choose(requested, now, limit), Errors.TokenOutlivesIssuer);

    /// <summary>The expiry of a token that is rotated now: as far from now as it was from its last issue.</summary>
    /// <inheritdoc cref="Choose(DateTimeOffset?, DateTimeOffset)" path="/exception" />
    public DateTimeOffset ChooseAgain(DateTimeOffset? requested, DateTimeOffset now, PersonalAccessToken pat) => Choose(
        requested,
        now,
        limit => options.Value.Policy.ChooseAgain(requested, now, pat.ExpiresAt - pat.IssuedAt, limit),
        Errors.RotatedTokenOutlivesIssuer);

    /// <summary>Refuses an expiry that is later than that of the caller's own token.</summary>
    /// <param name="error">The refusal for the latest expiry.</param>
    /// <exception cref="RefusedException">It is later.</exception>
    public void RequireWithinLimit(DateTimeOffset expiresAt, Func<string, ServiceError> error) =>
        Require(Limit(), expiresAt, error);

    private DateTimeOffset Choose(
        DateTimeOffset? requested, DateTimeOffset now, Func<IssuerLimit, DateTimeOffset> choose, Func<string, ServiceError> outlives)
    {
        if (options.Value.Policy.FindError(requested, now) is { } error)
        {
            throw new RefusedException(error);
        }

        var limit = Limit();
        var expiresAt = choose(limit);
        Require(limit, expiresAt, outlives);
        return expiresAt;
    }

    private IssuerLimit Limit()
    {
        if (options.Value.TokensMayOutliveIssuer || current.Token is not { } own)
        {
            return default;
        }

        // The caller's own token can expire after it was accepted; a token that it creates would have expired as well.
        return own.ExpiresAt > UtcMilliseconds.UtcNow(time)
            ? new IssuerLimit(own.ExpiresAt)
            : throw new RefusedException(Errors.NotAuthenticated);
    }

    private static void Require(IssuerLimit limit, DateTimeOffset expiresAt, Func<string, ServiceError> error)
    {
        if (limit.Forbids(expiresAt))
        {
            throw new RefusedException(error(UtcMillisecondsJsonConverter.ToText(limit.Latest!.Value)));
        }
    }
}
