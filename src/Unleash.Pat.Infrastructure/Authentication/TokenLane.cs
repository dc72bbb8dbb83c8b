namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>What verifying tokens of one kind needs: what this node remembers of them, and what it has yet to write down.</summary>
internal sealed class TokenLane(ITokenVerifierStore tokens, TimeProvider time) : IDisposable
{
    public TokenCache Cache { get; } = new(tokens, time);

    public LastUsedTracker Seen { get; } = new(tokens, time);

    public void Dispose() => Cache.Dispose();
}
