namespace Unleash.Pat.Application.Authentication;

/// <summary>A token in memory. It is forgotten by a mark, which every reader sees at once.</summary>
internal sealed class RememberedToken(string selector, StoredToken token, RememberedAccount? account, long until)
{
    private volatile bool _isForgotten;

    public string Selector { get; } = selector;

    public StoredToken Token { get; } = token;

    /// <summary>The account that answers for the token.</summary>
    public RememberedAccount? Account { get; } = account;

    /// <summary>The timestamp from which on it is read again.</summary>
    public long Until { get; } = until;

    /// <summary>Its place among all, the oldest first.</summary>
    public LinkedListNode<RememberedToken>? Place { get; set; }

    public bool IsForgotten => _isForgotten || Account is { IsForgotten: true };

    public void Forget() => _isForgotten = true;
}

/// <summary>An account in memory, which its tokens share: marking it forgets all of them, however many there are.</summary>
internal sealed class RememberedAccount(long id)
{
    private volatile bool _isForgotten;

    public long Id { get; } = id;

    /// <summary>How many tokens in memory are its own.</summary>
    public int Tokens { get; set; }

    public bool IsForgotten => _isForgotten;

    public void Forget() => _isForgotten = true;
}
