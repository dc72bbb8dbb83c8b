using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Deletes tokens that expired <c>Pats:DeleteExpiredAfter</c> ago.</summary>
internal sealed class DeleteExpiredTokens(
    IPatRepository pats, ITokenEviction cache, IOptions<PatOptions> options, TimeProvider time) : IChore
{
    public string Name => "deleted expired tokens";

    public int BatchSize => 100;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (options.Value.DeleteExpiredAfter is not { } period || period > now - DateTimeOffset.UnixEpoch)
        {
            return 0;
        }

        var audit = AuditStamp.BySystem(EventType.PatDeleted, now) with
        {
            Revocation = new RevocationCause(RevocationCause.Expired, Address: null),
        };
        var deleted = await pats.DeleteLongExpiredAsync(now - period, BatchSize, audit, cancellationToken);
        cache.EvictTokens(deleted);
        return deleted.Count;
    }
}
