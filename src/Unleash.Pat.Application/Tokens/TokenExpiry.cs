using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The expiry of a token that the caller creates or takes over (docs/api.md, section 1.1).</summary>
/// <remarks>
/// The expiry of the caller's own token never changes, so what any node remembers of it is what the database has.
/// </remarks>
internal sealed class TokenExpiry(ICurrentUser current, IOptions<PatOptions> options, TimeProvider time)
{
    /// <summary>The expiry of a token that is created now.</summary>
    /// <exception cref="RefusedException">The requested expiry has passed since validation, or is later than the limit.</exception>
    public DateTimeOffset Choose(DateTimeOffset? requested, DateTimeOffset now)
    {
        if (options.Value.Policy.FindError(requested, now) is { } error)
        {
            throw new RefusedException(error);
        }

        var limit = Limit();
        var expiresAt = options.Value.Policy.Choose(requested, now, limit);
        Require(limit, expiresAt, Errors.TokenOutlivesIssuer);
        return expiresAt;
    }

    /// <summary>Refuses an expiry that is later than that of the caller's own token.</summary>
    /// <param name="error">The refusal for the latest expiry.</param>
    /// <exception cref="RefusedException">It is later.</exception>
    public void RequireWithinLimit(DateTimeOffset expiresAt, Func<string, ServiceError> error) =>
        Require(Limit(), expiresAt, error);

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
