namespace Unleash.Pat.Application.Authentication;

/// <summary>Verifies tokens of one kind: what this node remembers of them, what it reads, and the uses that it has yet to write.</summary>
internal sealed class TokenVerifier : IDisposable
{
    private readonly TokenReads _reads;

    public TokenVerifier(ITokenVerifierStore store, TimeProvider time)
    {
        Cache = new TokenCache(time);
        LastUsed = new LastUsedTracker(store, time);
        _reads = new TokenReads(store, Cache);
    }

    public TokenCache Cache { get; }

    public LastUsedTracker LastUsed { get; }

    /// <inheritdoc cref="TokenCache.TryGet" />
    public bool TryGet(ReadOnlySpan<char> selector, out StoredToken? token) => Cache.TryGet(selector, out token);

    /// <inheritdoc cref="TokenReads.ReadAsync" />
    public Task<StoredToken?> ReadAsync(string selector, bool isPlausible, CancellationToken cancellationToken) =>
        _reads.ReadAsync(selector, isPlausible, cancellationToken);

    public void Dispose()
    {
        _reads.Dispose();
        Cache.Dispose();
    }
}
