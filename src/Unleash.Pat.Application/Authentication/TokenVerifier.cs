namespace Unleash.Pat.Application.Authentication;

/// <summary>Verifies tokens of one kind: what this node remembers of them, what it reads, and the uses that it has yet to write.</summary>
internal sealed class TokenVerifier : IDisposable
{
    /// <param name="rejected">Where refused presentations are counted, if they are.</param>
    public TokenVerifier(ITokenVerifierStore store, TimeProvider time, RejectedUses? rejected = null)
    {
        Rejected = rejected;
        Cache = new TokenCache(time);
        LastUsed = new LastUsedTracker(store, time);
        Reads = new TokenReads(store, Cache, time);
    }

    public TokenCache Cache { get; }

    public TokenReads Reads { get; }

    public LastUsedTracker LastUsed { get; }

    public RejectedUses? Rejected { get; }

    public void Dispose()
    {
        Reads.Dispose();
        Cache.Dispose();
    }
}
