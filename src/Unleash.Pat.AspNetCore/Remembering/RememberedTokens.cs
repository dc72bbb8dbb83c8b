using System.Collections.Concurrent;

namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>
/// What the service said of valid tokens. Reading takes no lock. Forgetting a token or an account sets one flag and
/// touches nothing else, whatever is remembered.
/// </summary>
internal sealed class RememberedTokens(int most)
{
    // A search for room that finds only used tokens ends here: the writer must not go through all of them.
    private const int MostSecondChances = 16;

    private readonly ConcurrentDictionary<TokenKey, Slot> _slots = new();
    private readonly Queue<Slot> _order = new();
    private readonly Marks _tokens = new();
    private readonly Marks _accounts = new();
    private readonly object _writing = new();
    private int _count;

    /// <summary>How many tokens take room.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What is remembered of a token, whether or not it still counts.</summary>
    public Remembered? Find(in TokenKey key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            return null;
        }

        slot.IsUsed = true;
        return slot.Value;
    }

    public void Remember(in TokenKey key, UnleashPatToken token, long until)
    {
        lock (_writing)
        {
            var value = new Remembered(token, _tokens.Take(token.TokenId), _accounts.Take(token.Subject), until);
            if (_slots.TryGetValue(key, out var slot))
            {
                Release(slot.Value);
                slot.Value = value;
                return;
            }

            MakeRoom();
            slot = new Slot(key, value);
            _slots[key] = slot;
            _order.Enqueue(slot);
            _count = _order.Count;
        }
    }

    /// <summary>Forgets all that is remembered of a token.</summary>
    /// <param name="id">Its id, as the feed names it.</param>
    public void ForgetToken(string id)
    {
        lock (_writing)
        {
            _tokens.Forget(id);
        }
    }

    /// <summary>Forgets all that is remembered of an account's tokens.</summary>
    /// <param name="id">The account's id.</param>
    public void ForgetAccount(string id)
    {
        lock (_writing)
        {
            _accounts.Forget(id);
        }
    }

    // A token that was used since it was last looked at gets a second chance; else the oldest goes.
    private void MakeRoom()
    {
        for (var chances = MostSecondChances; _order.Count >= most;)
        {
            var oldest = _order.Dequeue();
            if (oldest.IsUsed && chances-- > 0)
            {
                oldest.IsUsed = false;
                _order.Enqueue(oldest);
                continue;
            }

            _slots.TryRemove(oldest.Key, out _);
            Release(oldest.Value);
        }
    }

    private void Release(Remembered value)
    {
        _tokens.Release(value.OfToken);
        _accounts.Release(value.OfAccount);
    }
}
