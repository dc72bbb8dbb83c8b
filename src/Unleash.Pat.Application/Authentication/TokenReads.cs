namespace Unleash.Pat.Application.Authentication;

/// <summary>Reads tokens that the cache does not know. Callers that need the same one at once share one read.</summary>
/// <remarks>
/// Threats. A caller that comes after an eviction must not get what was read before it, so it never joins such a read. A
/// flood of invented tokens must not take every connection: texts with a wrong checksum are read a few at a time.
/// </remarks>
internal sealed class TokenReads(ITokenVerifierStore store, TokenCache cache) : IDisposable
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Read> _reads = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _plausible = new(32);
    private readonly SemaphoreSlim _implausible = new(2);

    /// <summary>Reads a token and caches it. Cancelling ends this caller's wait, not the read that others share.</summary>
    /// <param name="isPlausible">Whether the checksum of the presented text is right.</param>
    public Task<StoredToken?> ReadAsync(string selector, bool isPlausible, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var version = cache.Version;
            if (!_reads.TryGetValue(selector, out var read) || read.Version != version)
            {
                read = new Read(version);
                _reads[selector] = read;
                read.Token = RunAsync(selector, isPlausible ? _plausible : _implausible, read);
            }

            return read.Token.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _plausible.Dispose();
        _implausible.Dispose();
    }

    private async Task<StoredToken?> RunAsync(string selector, SemaphoreSlim slots, Read read)
    {
        // Leaves the caller's lock before anything else happens.
        await Task.Yield();
        try
        {
            return await FindAsync(selector, slots, read.Version);
        }
        finally
        {
            lock (_gate)
            {
                // After an eviction a later read may have taken its place.
                if (_reads.TryGetValue(selector, out var current) && current == read)
                {
                    _reads.Remove(selector);
                }
            }
        }
    }

    private async Task<StoredToken?> FindAsync(string selector, SemaphoreSlim slots, long version)
    {
        if (!await slots.WaitAsync(WaitTimeout))
        {
            // Threat: while the database hangs, each caller would wait for all that came before.
            throw new ServiceUnavailableException(new TimeoutException("Other tokens are still being read."));
        }

        try
        {
            var token = await store.FindAsync(selector, CancellationToken.None);
            cache.Remember(selector, token, version);
            return token;
        }
        finally
        {
            slots.Release();
        }
    }

    private sealed class Read(long version)
    {
        public long Version { get; } = version;

        public Task<StoredToken?> Token { get; set; } = Task.FromResult<StoredToken?>(null);
    }
}
