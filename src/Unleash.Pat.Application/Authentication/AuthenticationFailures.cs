using System.Net;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Authentication;

/// <summary>
/// Counts the authorization headers that authenticate nobody, by the address they come from; each address is to be
/// recorded once a minute at the most.
/// </summary>
/// <remarks>
/// Threats. Guessing tokens must be seen by those who look after the service, so no count is dropped before it is
/// written. A flood must not fill the memory or the event log: so many addresses are counted each, and the rest as one.
/// The presented text may be a living token with a slip in it, so nothing of it is kept.
/// </remarks>
public sealed class AuthenticationFailures(TimeProvider time)
{
    /// <summary>The most addresses that are counted each by itself.</summary>
    public const int MostSources = 256;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, SourceFailures> _sources = [];
    private readonly SourceFailures _others = new(null);
    private readonly Lock _gate = new();

    // By the clock that nobody can set: a step of the wall clock would stop the recording, or hasten it.
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Counts a refusal.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="address">From where.</param>
    public void Count(TokenRefusal refusal, IPAddress? address)
    {
        var source = NetworkSource.Of(address);
        lock (_gate)
        {
            if (!_sources.TryGetValue(source, out var failures))
            {
                failures = _others;
                if (_sources.Count < MostSources)
                {
                    _sources.Add(source, failures = new SourceFailures(source));
                }
            }

            failures.Count(refusal);
        }
    }

    /// <summary>What is to be recorded now; it stays counted until it is said to be recorded.</summary>
    /// <param name="everything">Whether to give also what was recorded less than a minute ago.</param>
    /// <returns>A count for each address that is due.</returns>
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

    /// <summary>Says what has been recorded.</summary>
    /// <param name="recorded">The counts, as they were given.</param>
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
