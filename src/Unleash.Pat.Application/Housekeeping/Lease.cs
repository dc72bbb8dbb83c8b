using System.Security.Cryptography;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>What only one node does at a time. Where that node dies, another takes over when its lease ends.</summary>
/// <remarks>
/// Clocks of nodes differ. Two nodes that both believe to have the lease do the same work twice, which the conditions of
/// its statements make harmless.
/// </remarks>
internal sealed class Lease(string name, ILeaseStore store, TimeProvider time)
{
    /// <summary>How long it lasts after it was taken or renewed.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(2);

    private readonly string _holder = RandomNumberGenerator.GetHexString(ILeaseStore.MaxHolderLength, lowercase: true);
    private DateTimeOffset? _takenAt;

    /// <summary>Takes or renews it. To be called before each piece of work, which must take less than half of it.</summary>
    /// <returns>Whether this node has it.</returns>
    public async Task<bool> TryHoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_takenAt is { } taken && taken <= now && now - taken < RenewAfter)
        {
            return true;
        }

        _takenAt = null;
        if (!await store.TryTakeAsync(name, _holder, now, now + Duration, cancellationToken))
        {
            return false;
        }

        _takenAt = now;
        return true;
    }

    /// <summary>Gives it up, so that another node need not wait for its end.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (_takenAt is not null)
        {
            _takenAt = null;
            var now = time.GetUtcNow();
            await store.TryTakeAsync(name, _holder, now, now, cancellationToken);
        }
    }
}
