using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Issues tokens, by the same rules whoever is to hold them; the event names who asked.</summary>
internal sealed class PatIssuer(
    IPatRepository pats, ICurrentUser current, IssuerLimit limit, IOptions<PatOptions> options, TimeProvider time)
{
    /// <summary>Issues a token to an account.</summary>
    /// <returns>The token; <see langword="null"/> where the account is gone.</returns>
    public async Task<IssuedPat?> IssueAsync(long ownerId, IPatRequest request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (request.ExpiresAt is { } wished && UtcMilliseconds.Truncate(wished) <= now)
        {
            // The clock has passed the wished instant since the validator looked.
            throw new RefusedException(Errors.ExpiryNotInFuture);
        }

        var expiresAt = limit.ExpiryOf(request.ExpiresAt, now);
        var secret = TokenSecret.Generate();
        var pat = PersonalAccessToken.Issue(
            ownerId, secret.Selector, request.Description, expiresAt, options.Value.Policy, now);
        var created = AuditEvent.By(
            current.Required, EventType.PatCreated, now, PatEventData.From(pat, current.Required));
        var creation = await pats.CreateAsync(
            pat, secret.Verifier(), options.Value.MaxPerUser, created, cancellationToken);
        return creation.Status switch
        {
            PatCreationStatus.Created => new(PatDto.From(pat with { Id = creation.Id }, now, options.Value), secret),
            PatCreationStatus.OwnerMissing => null,
            PatCreationStatus.LimitReached => throw new RefusedException(Errors.TooManyPats(options.Value.MaxPerUser)),
            PatCreationStatus.DescriptionTaken => throw new RefusedException(Errors.DescriptionExists),
            _ => throw new InvalidOperationException($"Unknown outcome {creation.Status}."),
        };
    }
}
