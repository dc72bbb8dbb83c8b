using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Rotates tokens, by one set of rules for those of users and of service accounts (docs/api.md, section 8).</summary>
internal sealed class PatRotator(
    IPatRepository pats,
    ITokenEviction cache,
    ICurrentUser current,
    TokenExpiry expiry,
    GrantableScopes scopes,
    IOptions<PatOptions> options,
    TimeProvider time)
{
    /// <param name="notFound">The refusal where the account has no token of that id.</param>
    public async Task<CreatedPat> RotateAsync(
        long userId, long id, RotationRequest request, ServiceError notFound, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var overlap = request.OverlapSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.Value.RotationOverlap;
        var secret = TokenSecret.Generate();
        var audit = AuditStamp.By(current.Required, EventType.PatRotated, now);
        try
        {
            var result = await pats.RotateAsync(userId, id, Rotate, audit, cancellationToken);
            return new CreatedPat(result.Require(_ => notFound), secret);
        }
        finally
        {
            // Threat: the secret that was replaced would still authenticate on this node. So the cache forgets the token,
            // whatever the database answered.
            cache.EvictToken(id);
        }

        PatRotation Rotate(PersonalAccessToken pat)
        {
            scopes.Require(pat.Scopes);
            return PatRotation.Of(pat, secret, expiry.ChooseAgain(request.ExpiresAt, now, pat), overlap, now);
        }
    }
}

/// <summary>What a caller asks of a rotation.</summary>
/// <param name="ExpiresAt">The new expiry; <see langword="null"/>: as far from now as it was from the last issue.</param>
/// <param name="OverlapSeconds">For how long the former secret stays valid; <see langword="null"/> takes <c>Pats:RotationOverlap</c>.</param>
public sealed record RotationRequest(DateTimeOffset? ExpiresAt, long? OverlapSeconds);
