using System.Collections.Concurrent;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>
/// Gathers when tokens were last used and writes it down in batches, at most once a minute a token (docs/api.md, section 3).
/// </summary>
internal sealed class LastUsedTracker(ITokenUses tokens, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, Use> _uses = new();

    // The interval goes by the clock that nobody can set; a step of the wall clock would stop the writing, or hasten it.
    private readonly long _start = time.GetTimestamp();

    /// <summary>Remembers that a token has just authenticated a request.</summary>
    public void Mark(long tokenId, DateTimeOffset seenAt) =>
        _uses.GetOrAdd(tokenId, static _ => new Use()).Advance(seenAt.ToUnixTimeMilliseconds());

    /// <summary>When a token was last used, where this node knows.</summary>
    public DateTimeOffset? LastUse(long tokenId) => _uses.TryGetValue(tokenId, out var use) ? use.SeenAt : null;

    /// <summary>Forgets every use that is gathered.</summary>
    public void Forget() => _uses.Clear();

    /// <summary>Writes down what is due; what cannot be written stays gathered.</summary>
    /// <param name="everything">Whether to write also what was written less than a minute ago.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task FlushAsync(bool everything, CancellationToken cancellationToken)
    {
        var now = time.GetElapsedTime(_start);
        ForgetIdle(now);
        var due = _uses
            .Where(pair => pair.Value.IsPending && (everything || pair.Value.IsIdle(now)))
            .Select(pair => (Use: pair.Value, Row: new TokenUse(pair.Key, pair.Value.SeenAt)))
            .OrderBy(pair => pair.Row.TokenId);
        foreach (var batch in due.Chunk(ManyRows<TokenUse>.MaxRows))
        {
            await tokens.MarkSeenAsync([.. batch.Select(pair => pair.Row)], cancellationToken);
            foreach (var (use, row) in batch)
            {
                use.Written(row.SeenAt, now);
            }
        }
    }

    private void ForgetIdle(TimeSpan now)
    {
        foreach (var pair in _uses.Where(pair => !pair.Value.IsPending && pair.Value.IsIdle(now)))
        {
            // A request may have marked the entry between the look and the removal.
            if (_uses.TryRemove(pair) && pair.Value.IsPending)
            {
                Mark(pair.Key, pair.Value.SeenAt);
            }
        }
    }

    private sealed class Use
    {
        private long _seen;
        private long _written;
        private TimeSpan? _writtenOn;

        public bool IsPending => Volatile.Read(ref _seen) > _written;

        public DateTimeOffset SeenAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _seen));

        public void Advance(long seen)
        {
            var known = Volatile.Read(ref _seen);
            while (seen > known)
            {
                var before = Interlocked.CompareExchange(ref _seen, seen, known);
                if (before == known)
                {
                    return;
                }

                known = before;
            }
        }

        public bool IsIdle(TimeSpan now) => _writtenOn is not { } written || now - written >= Interval;

        public void Written(DateTimeOffset seenAt, TimeSpan on)
        {
            _written = seenAt.ToUnixTimeMilliseconds();
            _writtenOn = on;
        }
    }
}
