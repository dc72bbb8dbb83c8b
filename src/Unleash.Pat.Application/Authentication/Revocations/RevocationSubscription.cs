using System.Threading.Channels;

namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>A subscriber's view of the revocations. Disposing of it ends it.</summary>
public sealed class RevocationSubscription : IDisposable
{
    // Half a minute. A reader that is further behind verifies by what is no longer true.
    private const int MaxBehind = 120;

    private readonly Channel<RevocationBatch> _batches = Channel.CreateBounded<RevocationBatch>(MaxBehind);
    private readonly Action<RevocationSubscription> _remove;

    internal RevocationSubscription(Action<RevocationSubscription> remove) => _remove = remove;

    /// <summary>
    /// One batch for each read of the revocations, four a second; none while the reads fail or are slow. It ends where the
    /// node may have missed something or the subscriber is too far behind: the subscriber must then discard what it
    /// remembers, and subscribe again.
    /// </summary>
    public IAsyncEnumerable<RevocationBatch> ReadAllAsync(CancellationToken cancellationToken) =>
        _batches.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        _remove(this);
        End();
    }

    internal void End() => _batches.Writer.TryComplete();

    internal void Write(RevocationBatch batch)
    {
        if (!_batches.Writer.TryWrite(batch))
        {
            Dispose();
        }
    }
}
