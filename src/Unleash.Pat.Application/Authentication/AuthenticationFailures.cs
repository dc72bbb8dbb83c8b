using System.Net;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Authentication;

/// <summary>
/// Counts the authorization headers that are refused, by the address that they come from. Each address is recorded at most
/// once a minute.
/// </summary>
/// <remarks>
/// Threats. Operators must see that tokens are being guessed, so no count is dropped before it is written. A flood must not
/// fill the memory or the event log, so the addresses beyond a limit are counted as one. The presented text may be a valid
/// token with a typing error in it, so nothing of it is kept.
/// </remarks>
public sealed class AuthenticationFailures(TimeProvider time)
{
    /// <summary>The most addresses with a count of their own.</summary>
    public const int MaxSources = 256;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, SourceFailures> _sources = [];
    private readonly SourceFailures _others = new(null);
    private readonly Lock _gate = new();

    // Monotonic: a step of the wall clock would stop the recording, or hasten it.
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Counts a refused header from an address.</summary>
    public void Count(TokenRefusal refusal, IPAddress? address)
    {
        var source = NetworkSource.Of(address);
        lock (_gate)
        {
            if (!_sources.TryGetValue(source, out var failures))
            {
                failures = _others;
                if (_sources.Count < MaxSources)
                {
                    _sources.Add(source, failures = new SourceFailures(source));
                }
            }

            failures.Count(refusal);
        }
    }

    /// <summary>
    /// Counts that are due; all pending counts if <paramref name="everything"/>. They stay counted until
    /// <see cref="Recorded"/>.
    /// </summary>
    public IReadOnlyList<CountedFailures> TakeDue(bool everything)
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var idle in _sources.Where(pair => !pair.Value.IsPending && pair.Value.IsDue(now, Interval)).ToList())
            {
                _sources.Remove(idle.Key);
            }

            return [.. _sources.Values.Append(_others)
                .Where(failures => failures.IsPending && (everything || failures.IsDue(now, Interval)))
                .Select(failures => failures.Take(UtcMilliseconds.UtcNow(time)))];
        }
    }

    /// <summary>Subtracts the counts that were recorded.</summary>
    public void Recorded(IEnumerable<CountedFailures> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        lock (_gate)
        {
            foreach (var counted in recorded)
            {
                counted.Settle(Now);
            }
        }
    }
}
