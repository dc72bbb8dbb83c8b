namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>What everything that is remembered of one token, or of one account, has in common: it is forgotten together.</summary>
internal sealed class Mark(string id)
{
    private volatile bool _isForgotten;

    public string Id { get; } = id;

    /// <summary>How many remembered tokens have it. Guarded by the lock of <see cref="RememberedTokens"/>.</summary>
    public int Holders { get; set; }

    public bool IsForgotten => _isForgotten;

    public void Forget() => _isForgotten = true;
}
