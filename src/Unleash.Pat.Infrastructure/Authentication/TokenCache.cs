using Microsoft.Extensions.Caching.Memory;
using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>
/// Remembers for a moment what the database said of a selector, so that a token in use costs one read a moment and not
/// one a request.
/// </summary>
/// <remarks>
/// Threats. A revoked token must not come back: a read that began before the revocation may end after it, so what it
/// found is remembered only if nothing was evicted meanwhile, and whoever asks after the eviction does not join it. A
/// flood of invented tokens must neither fill the memory nor push known tokens out nor take every connection: unknown
/// selectors have a bounded cache of their own, and texts with a wrong checksum wait in a narrow lane of their own.
/// </remarks>
internal sealed class TokenCache(ITokenVerifierStore tokens, TimeProvider time) : IDisposable
{
    /// <summary>
    /// How long a found token is trusted: what another node revokes, or an administrator changes there, is known here
    /// after this time at the latest. A hit never prolongs it.
    /// </summary>
    internal static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(1);

    // Nobody can present a selector before it is issued but by guessing 128 bits, so this could be much longer.
    private static readonly TimeSpan UnknownTimeToLive = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    private const int MaxEntries = 100_000;
    private const int MaxUnknownEntries = 10_000;

    private readonly MemoryCache _known = Create(MaxEntries, time);
    private readonly MemoryCache _unknown = Create(MaxUnknownEntries, time);
    private readonly Dictionary<string, Task<VerifiableToken?>> _reads = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _plausible = new(32);
    private readonly SemaphoreSlim _implausible = new(2);
    private long _evictions;

    /// <summary>Looks into the memory alone.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="token">What is known of it; <see langword="null"/> where it is known to be nobody's.</param>
    /// <returns>Whether anything is known.</returns>
    public bool TryGet(ReadOnlySpan<char> selector, out VerifiableToken? token)
    {
        if (_known.TryGetValue(selector, out var known))
        {
            token = (VerifiableToken?)known;
            return true;
        }

        token = null;
        return _unknown.TryGetValue(selector, out _);
    }

    /// <summary>Asks the database; all who ask for one selector at once share one read.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="plausible">Whether the checksum of the presented text is right.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not the read that others share.</param>
    /// <returns>The token, or <see langword="null"/>.</returns>
    public async ValueTask<VerifiableToken?> ReadAsync(
        string selector, bool plausible, CancellationToken cancellationToken)
    {
        Task<VerifiableToken?>? read;
        lock (_gate)
        {
            if (!_reads.TryGetValue(selector, out read))
            {
                read = ReadAsync(selector, plausible ? _plausible : _implausible, _evictions);
                _reads.Add(selector, read);
            }
        }

        return await read.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets tokens, and whatever is being read at this moment.</summary>
    /// <param name="condition">Which.</param>
    public void Evict(Func<VerifiableToken, bool> condition)
    {
        lock (_gate)
        {
            _evictions++;
            _reads.Clear();
            foreach (var selector in _known.Keys)
            {
                if (_known.TryGetValue(selector, out var token) && condition((VerifiableToken)token!))
                {
                    _known.Remove(selector);
                }
            }
        }
    }

    /// <summary>Forgets everything, and whatever is being read at this moment.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _evictions++;
            _reads.Clear();
            _known.Clear();
            _unknown.Clear();
        }
    }

    public void Dispose()
    {
        _known.Dispose();
        _unknown.Dispose();
        _plausible.Dispose();
        _implausible.Dispose();
    }

    private static MemoryCache Create(int entries, TimeProvider time) =>
        new(new MemoryCacheOptions { SizeLimit = entries, Clock = new MonotonicClock(time) });

    private async Task<VerifiableToken?> ReadAsync(string selector, SemaphoreSlim lane, long evictions)
    {
        // Leaves the caller's lock before anything else happens.
        await Task.Yield();
        if (!await lane.WaitAsync(MostWait))
        {
            throw Busy(selector, evictions);
        }

        try
        {
            var token = await tokens.FindAsync(selector, CancellationToken.None);
            lock (_gate)
            {
                if (evictions == _evictions)
                {
                    Remember(selector, token);
                }
            }

            return token;
        }
        finally
        {
            lane.Release();
            lock (_gate)
            {
                // After an eviction the read of that name, if any, is a later one.
                if (evictions == _evictions)
                {
                    _reads.Remove(selector);
                }
            }
        }
    }

    // Threat: while the database hangs, each caller would wait for all who came before.
    private ServiceUnavailableException Busy(string selector, long evictions)
    {
        lock (_gate)
        {
            if (evictions == _evictions)
            {
                _reads.Remove(selector);
            }
        }

        return new ServiceUnavailableException(new TimeoutException("Other tokens are still being read."));
    }

    private void Remember(string selector, VerifiableToken? token)
    {
        var (cache, lifetime) = token is null ? (_unknown, UnknownTimeToLive) : (_known, TimeToLive);
        cache.Set(
            selector, token, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = 1 });
    }
}
