using System.Collections.Concurrent;

namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>
/// Texts that the service said are no valid token, for a few seconds. Threat: a client that sends invented tokens. They
/// have a room of their own of fixed size, so that they neither fill the memory nor push out valid ones.
/// </summary>
internal sealed class InactiveTokens(TimeProvider time)
{
    /// <summary>Short, because a token that was switched off can be switched on again.</summary>
    public static readonly TimeSpan RememberFor = TimeSpan.FromSeconds(3);

    private const int MostInHalf = 8_192;

    private readonly object _writing = new();
    private volatile ConcurrentDictionary<TokenKey, long> _newer = new();
    private volatile ConcurrentDictionary<TokenKey, long> _older = new();
    private int _countInNewer;

    public bool Contains(in TokenKey key, long timestamp) =>
        (_newer.TryGetValue(key, out var since) || _older.TryGetValue(key, out since))
        && time.GetElapsedTime(since, timestamp) < RememberFor;

    public void Add(in TokenKey key, long since)
    {
        lock (_writing)
        {
            if (_countInNewer >= MostInHalf)
            {
                _older = _newer;
                _newer = new ConcurrentDictionary<TokenKey, long>();
                _countInNewer = 0;
            }

            if (!_newer.ContainsKey(key))
            {
                _countInNewer++;
            }

            _newer[key] = since;
        }
    }
}
