using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Unleash.Pat.Application.Authentication;

/// <summary>
/// Remembers what the database said about a selector. What takes a right away names the token or the account, which is
/// forgotten at once (docs/decisions/0031-nodes-read-the-revocations.md).
/// </summary>
/// <remarks>
/// Threat: a flood of invented tokens must neither fill the memory nor push known tokens out, so unknown selectors have a
/// bounded cache of their own. Looking up takes no lock. Forgetting takes the same few steps whatever is remembered.
/// </remarks>
internal sealed class TokenCache(TimeProvider time) : IDisposable
{
    /// <summary>How long a token is remembered that nothing names. A hit does not extend it.</summary>
    internal static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    /// <summary>The most tokens that are remembered; beyond it the oldest are read again.</summary>
    internal const int MaxTokens = 100_000;

    // A selector has 128 random bits: one that is unknown now is not created later. It may be imported, and is then refused
    // until this has passed.
    private static readonly TimeSpan UnknownTimeToLive = TimeSpan.FromSeconds(30);

    private const int MaxUnknown = 10_000;

    private readonly ConcurrentDictionary<string, RememberedToken> _bySelector = new(StringComparer.Ordinal);
    // The secret of each token that was remembered last; it leads to the others, which a rotated token has.
    private readonly Dictionary<long, RememberedToken> _byToken = [];
    private readonly Dictionary<long, RememberedAccount> _byAccount = [];
    private readonly LinkedList<RememberedToken> _oldestFirst = [];
    private readonly MemoryCache _unknown = new(new MemoryCacheOptions { SizeLimit = MaxUnknown, Clock = new MonotonicClock(time) });
    private readonly Forgettings _forgettings = new();
    private readonly Lock _gate = new();
    private readonly long _lifetime = TimeToLive.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond;

    /// <summary>Looks a selector up in memory.</summary>
    /// <param name="token">The token, or <see langword="null"/> where no token has the selector.</param>
    /// <returns>Whether the answer is known.</returns>
    public bool TryGet(ReadOnlySpan<char> selector, out StoredToken? token)
    {
        token = null;
        if (_bySelector.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(selector, out var known)
            && !known.IsForgotten
            && time.GetTimestamp() < known.Until)
        {
            token = known.Token;
            return true;
        }

        return known is null && _unknown.TryGetValue(selector, out _);
    }

    /// <summary>How many tokens are remembered; those of a forgotten account are counted until their place is needed.</summary>
    public int Count => _bySelector.Count;

    /// <summary>Begins a read. Each must be ended.</summary>
    public LinkedListNode<long> BeginRead()
    {
        lock (_gate)
        {
            return _forgettings.Begin();
        }
    }

    /// <summary>Ends a read that failed.</summary>
    public void EndRead(LinkedListNode<long> read)
    {
        lock (_gate)
        {
            _forgettings.End(read);
        }
    }

    /// <summary>Ends a read and remembers what it found.</summary>
    /// <returns><see langword="false"/> where that was forgotten since the read began: it must be read again.</returns>
    public bool EndRead(LinkedListNode<long> read, string selector, StoredToken? token)
    {
        lock (_gate)
        {
            var isOutdated = _forgettings.IsOutdated(read, token);
            _forgettings.End(read);
            if (!isOutdated)
            {
                Remember(selector, token);
            }

            return !isOutdated;
        }
    }

    public void ForgetToken(long id)
    {
        lock (_gate)
        {
            _forgettings.Token(id);
            while (_byToken.TryGetValue(id, out var known))
            {
                Remove(known);
            }
        }
    }

    /// <summary>Forgets all tokens that an account answers for. They stay in memory until they are read again or expire.</summary>
    public void ForgetAccount(long id)
    {
        lock (_gate)
        {
            _forgettings.Account(id);
            if (_byAccount.Remove(id, out var account))
            {
                account.Forget();
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _forgettings.Everything();
            foreach (var known in _oldestFirst)
            {
                known.Forget();
            }

            _bySelector.Clear();
            _byToken.Clear();
            _byAccount.Clear();
            _oldestFirst.Clear();
            _unknown.Clear();
        }
    }

    public void Dispose() => _unknown.Dispose();

    private void Remember(string selector, StoredToken? token)
    {
        if (token is null)
        {
            _unknown.Set(
                selector, token, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = UnknownTimeToLive, Size = 1 });
            return;
        }

        if (_bySelector.TryGetValue(selector, out var former))
        {
            Remove(former);
        }

        var now = time.GetTimestamp();
        var account = token.Caller.AnswerableUserId is { } id ? AccountOf(id) : null;
        var known = new RememberedToken(selector, token, account, now + _lifetime);
        known.Place = _oldestFirst.AddLast(known);
        known.Follow(_byToken.GetValueOrDefault(token.Id));
        _byToken[token.Id] = known;
        _bySelector[selector] = known;
        while (_oldestFirst.First is { } oldest && (_oldestFirst.Count > MaxTokens || oldest.Value.Until <= now))
        {
            Remove(oldest.Value);
        }
    }

    private RememberedAccount AccountOf(long id)
    {
        if (!_byAccount.TryGetValue(id, out var account))
        {
            _byAccount.Add(id, account = new RememberedAccount(id));
        }

        account.Tokens++;
        return account;
    }

    private void SetLastOf(long tokenId, RememberedToken? last)
    {
        if (last is null)
        {
            _byToken.Remove(tokenId);
        }
        else
        {
            _byToken[tokenId] = last;
        }
    }

    private void Remove(RememberedToken known)
    {
        known.Forget();
        _bySelector.TryRemove(new(known.Selector, known));
        if (known.After is null)
        {
            SetLastOf(known.Token.Id, known.Before);
        }

        known.Leave();
        _oldestFirst.Remove(known.Place!);
        if (known.Account is { } account && --account.Tokens == 0 && !account.IsForgotten)
        {
            _byAccount.Remove(account.Id);
        }
    }
}
