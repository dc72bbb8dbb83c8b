using Microsoft.Extensions.Caching.Memory;

namespace Unleash.Pat.Application.Authentication;

/// <summary>
/// Remembers what the database said about a selector, so that a token in use costs one read a second and not one a
/// request.
/// </summary>
/// <remarks>
/// Threats. A revoked token must not come back: a read that began before the revocation may end after it, so its result is
/// remembered only where nothing was evicted meanwhile. A flood of invented tokens must neither fill the memory nor push
/// known tokens out: unknown selectors have a bounded cache of their own.
/// </remarks>
internal sealed class TokenCache(TimeProvider time) : IDisposable
{
    /// <summary>
    /// How long a token is trusted. What another node revokes, or an administrator changes there, is known here after this
    /// time at the latest; a hit never prolongs it.
    /// </summary>
    internal static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(1);

    // A selector has 128 random bits: one that is unknown now is not created later, so this could be much longer.
    private static readonly TimeSpan UnknownTimeToLive = TimeSpan.FromSeconds(30);

    private const int MaxEntries = 100_000;
    private const int MaxUnknownEntries = 10_000;

    private readonly MemoryCache _known = Create(MaxEntries, time);
    private readonly MemoryCache _unknown = Create(MaxUnknownEntries, time);
    private readonly Lock _gate = new();
    private long _version;

    /// <summary>Changes with each eviction. A read that began at an earlier version must not be remembered or shared.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Looks a selector up in memory.</summary>
    /// <param name="token">The token, or <see langword="null"/> where no token has the selector.</param>
    /// <returns>Whether the answer is known.</returns>
    public bool TryGet(ReadOnlySpan<char> selector, out StoredToken? token)
    {
        if (_known.TryGetValue(selector, out var known))
        {
            token = (StoredToken?)known;
            return true;
        }

        token = null;
        return _unknown.TryGetValue(selector, out _);
    }

    /// <summary>Remembers what was read, unless something was evicted since.</summary>
    /// <param name="token">What was found.</param>
    /// <param name="version">The <see cref="Version"/> before the read.</param>
    public void Remember(string selector, StoredToken? token, long version)
    {
        lock (_gate)
        {
            if (version == _version)
            {
                var (cache, lifetime) = token is null ? (_unknown, UnknownTimeToLive) : (_known, TimeToLive);
                cache.Set(selector, token, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = 1 });
            }
        }
    }

    /// <summary>Forgets the tokens that the condition names, and outdates every read that is under way.</summary>
    public void Evict(Func<StoredToken, bool> condition)
    {
        lock (_gate)
        {
            _version++;
            foreach (var selector in _known.Keys)
            {
                if (_known.TryGetValue(selector, out var token) && condition((StoredToken)token!))
                {
                    _known.Remove(selector);
                }
            }
        }
    }

    /// <summary>Forgets everything, and outdates every read that is under way.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _version++;
            _known.Clear();
            _unknown.Clear();
        }
    }

    public void Dispose()
    {
        _known.Dispose();
        _unknown.Dispose();
    }

    private static MemoryCache Create(int entries, TimeProvider time) =>
        new(new MemoryCacheOptions { SizeLimit = entries, Clock = new MonotonicClock(time) });
}
