using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Keeps a token from creating one that expires later than itself (docs/api.md, section 1.1).</summary>
/// <remarks>
/// Threat: a token that leaks for a moment makes one that lives to the year 9999, and revoking the first ends nothing.
/// The issuer's expiry never changes, so what is remembered of it on any node is what the database has.
/// </remarks>
internal sealed class IssuerLimit(ICurrentUser current, IOptions<PatOptions> options, TimeProvider time)
{
    /// <summary>The expiry of a token that the caller creates now.</summary>
    /// <param name="requested">The expiry that the request names, or none.</param>
    /// <param name="now">The instant of issue.</param>
    /// <exception cref="RefusedException">It is later than that of the caller's own token.</exception>
    public DateTimeOffset ExpiryOf(DateTimeOffset? requested, DateTimeOffset now)
    {
        if (requested is { } named)
        {
            var expiresAt = UtcMilliseconds.Truncate(named);
            Require(expiresAt, Errors.TokenOutlivesIssuer);
            return expiresAt;
        }

        var usual = options.Value.Policy.Default(now);
        return Latest is { } latest && latest < usual ? latest : usual;
    }

    /// <summary>Refuses an expiry that is later than that of the caller's own token.</summary>
    /// <param name="expiresAt">The expiry.</param>
    /// <param name="error">The refusal, told the latest expiry.</param>
    /// <exception cref="RefusedException">It is later.</exception>
    public void Require(DateTimeOffset expiresAt, Func<string, ServiceError> error)
    {
        if (Latest is { } latest && expiresAt > latest)
        {
            throw new RefusedException(error(UtcMillisecondsJsonConverter.ToText(latest)));
        }
    }

    private DateTimeOffset? Latest
    {
        get
        {
            if (options.Value.TokensMayOutliveIssuer || current.Token is not { } own)
            {
                return null;
            }

            // The token has died since it was looked at; what it would create would be dead as well.
            return own.ExpiresAt > UtcMilliseconds.UtcNow(time) ? own.ExpiresAt : throw new RefusedException(Errors.NotAuthenticated);
        }
    }
}
