namespace Unleash.Pat.Application.Authentication;

/// <summary>A secret of a token in memory. It is forgotten by a mark, which every reader sees at once.</summary>
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

    /// <summary>The secret of the same token that was remembered before it, and is remembered still.</summary>
    public RememberedToken? Before { get; private set; }

    /// <summary>The secret of the same token that was remembered after it.</summary>
    public RememberedToken? After { get; private set; }

    public bool IsForgotten => _isForgotten || Account is { IsForgotten: true };

    public void Forget() => _isForgotten = true;

    /// <summary>Puts it after another secret of the same token.</summary>
    public void Follow(RememberedToken? before)
    {
        Before = before;
        before?.After = this;
    }

    /// <summary>Takes it out from between the other secrets of the same token.</summary>
    public void Leave()
    {
        Before?.After = After;
        After?.Before = Before;
    }
}

/// <summary>An account in memory, which its tokens share: marking it forgets all of them, however many there are.</summary>
internal sealed class RememberedAccount(long id)
{
    private volatile bool _isForgotten;

    public long Id { get; } = id;

    /// <summary>How many secrets in memory belong to its tokens.</summary>
    public int Tokens { get; set; }

    public bool IsForgotten => _isForgotten;

    public void Forget() => _isForgotten = true;
}
