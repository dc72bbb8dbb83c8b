using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Revokes tokens that were not used for <c>Pats:RevokeUnusedAfter</c>.</summary>
internal sealed class RevokeUnusedTokens(
    IPatRepository pats, ITokenEviction cache, IOptions<PatOptions> options, TimeProvider time) : IChore
{
    // Uses are written at most once a minute, by rounds of a few seconds: a token in use must not look unused meanwhile.
    private static readonly TimeSpan LatestWrite = TimeSpan.FromSeconds(75);

    public string Name => "revoked unused tokens";

    public int BatchSize => 100;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (options.Value.RevokeUnusedAfter is not { } period || period + LatestWrite > now - DateTimeOffset.UnixEpoch)
        {
            return 0;
        }

        var audit = AuditStamp.BySystem(EventType.PatRevoked, now) with
        {
            Revocation = new RevocationCause(RevocationCause.Unused, Address: null),
        };
        var revoked = await pats.DeleteUnusedAsync(now - period - LatestWrite, BatchSize, audit, cancellationToken);
        cache.EvictTokens(revoked);
        return revoked.Count;
    }
}
