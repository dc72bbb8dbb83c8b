using System.Collections.Concurrent;
using System.Net;

namespace Unleash.Pat.Application.Authentication;

/// <summary>
/// Gathers when tokens, or sessions, were last used, and writes it in batches, at most once a minute each (docs/api.md,
/// section 3).
/// </summary>
internal sealed class LastUsedTracker(ILastUsedStore store, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, Use> _uses = new();

    // Monotonic: a step of the wall clock would stop the writing, or hasten it.
    private readonly long _start = time.GetTimestamp();

    /// <param name="from">The address that the request came from, where it is known.</param>
    public void Mark(long id, DateTimeOffset usedAt, IPAddress? from = null) =>
        _uses.GetOrAdd(id, static _ => new Use()).Advance(usedAt.ToUnixTimeMilliseconds(), from);

    /// <summary>The last use that this node has seen.</summary>
    public DateTimeOffset? Find(long id) => _uses.TryGetValue(id, out var use) ? use.UsedAt : null;

    public void Forget() => _uses.Clear();

    /// <summary>How many uses are not written yet, and for how long the one that has waited longest has.</summary>
    public PendingUses Pending()
    {
        var (count, oldest) = (0, long.MaxValue);
        foreach (var (_, use) in _uses)
        {
            if (use.IsPending)
            {
                count++;
                oldest = Math.Min(oldest, use.PendingSince);
            }
        }

        var age = count == 0 ? 0 : time.GetUtcNow().ToUnixTimeMilliseconds() - oldest;
        return new PendingUses(count, TimeSpan.FromMilliseconds(Math.Max(0, age)));
    }

    /// <summary>
    /// Writes the uses that are due, or <paramref name="everything"/>: also those that were written less than a minute ago.
    /// What cannot be written stays gathered.
    /// </summary>
    public async Task FlushAsync(bool everything, CancellationToken cancellationToken)
    {
        var now = time.GetElapsedTime(_start);
        ForgetIdle(now);
        var due = _uses
            .Where(pair => pair.Value.IsPending && (everything || pair.Value.IsIdle(now)))
            .Select(pair => (Use: pair.Value, Row: new LastUse(pair.Key, pair.Value.UsedAt, pair.Value.From)))
            .OrderBy(pair => pair.Row.Id);
        foreach (var batch in due.Chunk(ILastUsedStore.MaxBatchSize))
        {
            await store.WriteLastUsedAsync([.. batch.Select(pair => pair.Row)], cancellationToken);
            foreach (var (use, row) in batch)
            {
                use.SetWritten(row.UsedAt, now);
            }
        }
    }

    private void ForgetIdle(TimeSpan now)
    {
        foreach (var pair in _uses.Where(pair => !pair.Value.IsPending && pair.Value.IsIdle(now)))
        {
            // A request may have marked the entry before it was removed.
            if (_uses.TryRemove(pair) && pair.Value.IsPending)
            {
                Mark(pair.Key, pair.Value.UsedAt, pair.Value.Address);
            }
        }
    }

    private sealed class Use
    {
        private long _used;
        private long _written;
        private long _pendingSince;
        private TimeSpan? _writtenOn;

        /// <summary>When the first use came that is not written yet.</summary>
        public long PendingSince => Volatile.Read(ref _pendingSince);

        public bool IsPending => Volatile.Read(ref _used) > _written;

        public IPAddress? Address { get; private set; }

        // Written as text here and not on the request's path.
        public string? From => Address is { } address ? NetworkSource.Of(address) : null;

        public DateTimeOffset UsedAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _used));

        public void Advance(long used, IPAddress? from)
        {
            if (from is not null && !ReferenceEquals(from, Address))
            {
                Address = from;
            }

            var known = Volatile.Read(ref _used);
            if (known <= Volatile.Read(ref _written))
            {
                Volatile.Write(ref _pendingSince, used);
            }

            while (used > known)
            {
                var before = Interlocked.CompareExchange(ref _used, used, known);
                if (before == known)
                {
                    return;
                }

                known = before;
            }
        }

        public bool IsIdle(TimeSpan now) => _writtenOn is not { } written || now - written >= Interval;

        public void SetWritten(DateTimeOffset usedAt, TimeSpan on)
        {
            _written = usedAt.ToUnixTimeMilliseconds();
            _writtenOn = on;
        }
    }
}
