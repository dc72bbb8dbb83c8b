namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>
/// The tokens and accounts that the feed named lately. Guarded by the lock of <see cref="Memory"/>.
/// </summary>
/// <remarks>
/// Threat: a question overtakes the revocation. The service answers "valid", the feed names the token, and only then does
/// the answer arrive. So each naming has a number, each question the number of the last naming before it, and an answer
/// does not count where its token or account was named after the question.
/// </remarks>
internal sealed class Namings(TimeProvider time, TimeSpan keepFor)
{
    private const int Most = 100_000;

    private readonly Dictionary<string, Naming> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Naming> _accounts = new(StringComparer.Ordinal);
    private readonly Queue<(Dictionary<string, Naming> Of, string Id, Naming Naming)> _order = new();
    private Naming _all = new(0, long.MinValue);

    /// <summary>The number of the last naming.</summary>
    public long Last { get; private set; }

    public void NameToken(string id) => Name(_tokens, id);

    public void NameAccount(string id) => Name(_accounts, id);

    /// <summary>Says that anything may have been revoked until now.</summary>
    public void NameAll() => _all = Next();

    /// <summary>The last naming that concerns a token or its account; <see langword="null"/> where there is none lately.</summary>
    public Naming? Find(UnleashPatToken token)
    {
        var last = _all;
        if (_tokens.TryGetValue(token.TokenId, out var ofToken) && ofToken.Number > last.Number)
        {
            last = ofToken;
        }

        if (_accounts.TryGetValue(token.Subject, out var ofAccount) && ofAccount.Number > last.Number)
        {
            last = ofAccount;
        }

        return last.Number == 0 ? null : last;
    }

    private void Name(Dictionary<string, Naming> of, string id)
    {
        var naming = Next();
        of[id] = naming;
        _order.Enqueue((of, id, naming));
        while (_order.TryPeek(out var oldest) && (_order.Count > Most || time.GetElapsedTime(oldest.Naming.At, naming.At) > keepFor))
        {
            Drop(_order.Dequeue());
        }
    }

    private void Drop((Dictionary<string, Naming> Of, string Id, Naming Naming) oldest)
    {
        if (oldest.Of.TryGetValue(oldest.Id, out var last) && last.Number == oldest.Naming.Number)
        {
            oldest.Of.Remove(oldest.Id);
        }

        // What is no longer known of one counts for all, on the safe side.
        if (oldest.Naming.Number > _all.Number)
        {
            _all = oldest.Naming;
        }
    }

    private Naming Next() => new(++Last, time.GetTimestamp());
}

/// <summary>When the feed named something.</summary>
/// <param name="Number">Later namings have higher numbers.</param>
/// <param name="At">The time of it.</param>
internal readonly record struct Naming(long Number, long At);
