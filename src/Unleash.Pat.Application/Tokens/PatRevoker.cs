using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Revokes tokens, whoever asks for it; the event names who did.</summary>
internal sealed class PatRevoker(IPatRepository pats, ITokenCache cache, ICurrentUser current, TimeProvider time)
{
    /// <summary>Revokes one of an account's tokens.</summary>
    /// <returns><see langword="false"/> where the account has none of that id.</returns>
    public async Task<bool> RevokeAsync(long ownerId, long id, CancellationToken cancellationToken)
    {
        try
        {
            return await DeleteAsync(ownerId, id, cancellationToken);
        }
        finally
        {
            // Threat: a token that another node revoked, or whose removal was committed but not acknowledged, would
            // live on in this node's memory. So it is forgotten whatever the database said.
            cache.EvictToken(id);
        }
    }

    private async Task<bool> DeleteAsync(long ownerId, long id, CancellationToken cancellationToken)
    {
        if (await pats.FindAsync(ownerId, id, cancellationToken) is not { } pat)
        {
            return false;
        }

        var deleted = AuditEvent.By(
            current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time), data: PatEventData.From(pat, current.Required));
        return await pats.DeleteAsync(pat, deleted, cancellationToken);
    }
}
