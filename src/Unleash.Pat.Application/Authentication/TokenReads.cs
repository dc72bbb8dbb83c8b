namespace Unleash.Pat.Application.Authentication;

/// <summary>Reads tokens that the cache does not know. Callers that need the same one at once share one read.</summary>
/// <remarks>
/// Threats. A caller that comes after a revocation must not get what was read before it: a read whose token was forgotten
/// meanwhile is read again, and no caller joins a read that began too long ago. A flood of invented tokens must not take
/// every connection: texts with a wrong checksum are read a few at a time.
/// </remarks>
internal sealed class TokenReads(ITokenVerifierStore store, TokenCache cache, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(5);

    // Well below the second within which every node refuses a revoked token, also where this node does not learn of it.
    private static readonly TimeSpan JoinLimit = TimeSpan.FromMilliseconds(250);

    private const int MaxAttempts = 10;

    private readonly Dictionary<string, Read> _reads = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _plausible = new(32);
    private readonly SemaphoreSlim _implausible = new(2);

    /// <summary>Reads a token and caches it. Cancelling ends this caller's wait, not the read that others share.</summary>
    /// <param name="isPlausible">Whether the checksum of the presented text is right.</param>
    public Task<StoredToken?> ReadAsync(string selector, bool isPlausible, CancellationToken cancellationToken)
    {
        var (read, isFirst) = Join(selector);
        if (isFirst)
        {
            // On this thread: to wake another one costs more than the read of a local file.
            _ = RunAsync(selector, isPlausible ? _plausible : _implausible, read);
        }

        return read.Token.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _plausible.Dispose();
        _implausible.Dispose();
    }

    private (Read Read, bool IsFirst) Join(string selector)
    {
        lock (_gate)
        {
            if (_reads.TryGetValue(selector, out var read) && time.GetElapsedTime(read.Start) <= JoinLimit)
            {
                return (read, false);
            }

            read = new Read(time.GetTimestamp());
            _reads[selector] = read;
            return (read, true);
        }
    }

    private async Task RunAsync(string selector, SemaphoreSlim slots, Read read)
    {
        var token = FindAsync(selector, slots);
        await ((Task)token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            // A later read may have taken its place.
            if (_reads.TryGetValue(selector, out var current) && current == read)
            {
                _reads.Remove(selector);
            }
        }

        read.End(token);
    }

    private async Task<StoredToken?> FindAsync(string selector, SemaphoreSlim slots)
    {
        if (!await slots.WaitAsync(WaitTimeout))
        {
            // Threat: while the database hangs, each caller would wait for all that came before.
            throw new ServiceUnavailableException(new TimeoutException("Other tokens are still being read."));
        }

        try
        {
            for (var attempt = 0; attempt < MaxAttempts; attempt++)
            {
                if (await TryFindAsync(selector) is (true, var token))
                {
                    return token;
                }
            }

            throw new ServiceUnavailableException(new TimeoutException("The token is changed faster than it can be read."));
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<(bool IsCurrent, StoredToken? Token)> TryFindAsync(string selector)
    {
        var read = cache.BeginRead();
        StoredToken? token;
        try
        {
            token = await store.FindAsync(selector, CancellationToken.None);
        }
        catch
        {
            cache.EndRead(read);
            throw;
        }

        return (cache.EndRead(read, selector, token), token);
    }

    private sealed class Read(long start)
    {
        private readonly TaskCompletionSource<StoredToken?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Start { get; } = start;

        public Task<StoredToken?> Token => _end.Task;

        public void End(Task<StoredToken?> token) => _end.SetFromTask(token);
    }
}
