using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Changes tokens, by one set of rules for their accounts and for administrators (docs/api.md, section 1.7).</summary>
internal sealed class PatUpdater(IPatRepository pats, ITokenEviction cache, ICurrentUser current, TimeProvider time)
{
    /// <param name="userId">The token's account; <see langword="null"/> for any.</param>
    public async Task<PersonalAccessToken> UpdateAsync(
        long? userId, long id, PatChange change, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.PatUpdated, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await pats.UpdateAsync(userId, id, Apply, audit, cancellationToken);
            return result.Require(status => status == WriteStatus.NameTaken ? Errors.DescriptionExists : Errors.PatNotFound(id));
        }
        finally
        {
            // Threat: a token that was switched off would still authenticate on this node. So the cache forgets it, whatever
            // the database answered.
            cache.EvictToken(id);
        }

        PersonalAccessToken Apply(PersonalAccessToken pat) =>
            change.ExpiresAt is { } expiry && UtcMilliseconds.Truncate(expiry) > pat.ExpiresAt
                ? throw new RefusedException(Errors.ExpiryNotShortened)
                : pat with
                {
                    Description = change.Description is { } text ? TokenDescription.Create(text) : pat.Description,
                    ExpiresAt = change.ExpiresAt is { } named ? UtcMilliseconds.Truncate(named) : pat.ExpiresAt,
                    IsEnabled = change.Enabled ?? pat.IsEnabled,
                };
    }
}

/// <summary>A change of a token; <see langword="null"/> leaves a property as it is.</summary>
public sealed record PatChange(string? Description, DateTimeOffset? ExpiresAt, bool? Enabled);
