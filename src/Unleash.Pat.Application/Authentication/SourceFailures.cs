using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The refusals from one address, or from all that are not counted each; to be used under their owner's lock.</summary>
internal sealed class SourceFailures(string? source)
{
    private readonly long[] _counts = new long[Enum.GetValues<TokenRefusal>().Length];
    private TimeSpan? _recordedOn;

    public bool IsPending => _counts.Any(count => count > 0);

    public bool IsDue(TimeSpan now, TimeSpan interval) => _recordedOn is not { } on || now - on >= interval;

    public void Count(TokenRefusal refusal) => _counts[(int)refusal]++;

    public CountedFailures Take(DateTimeOffset now)
    {
        var counts = (long[])_counts.Clone();
        return new CountedFailures(AuditStamp.BySystem(EventType.AuthenticationFailed, now).With(Data(counts)), on =>
        {
            _recordedOn = on;
            for (var kind = 0; kind < counts.Length; kind++)
            {
                _counts[kind] -= counts[kind];
            }
        });
    }

    private AuthenticationFailureEventData Data(long[] counts) => new(
        string.IsNullOrEmpty(source) ? null : source,
        source is null ? true : null,
        counts.Sum(),
        Enum.GetValues<TokenRefusal>()
            .Where(kind => counts[(int)kind] > 0)
            .ToDictionary(NameOf, kind => counts[(int)kind]));

    private static string NameOf(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Malformed => "malformed",
        TokenRefusal.WrongSecret => "wrongSecret",
        TokenRefusal.Expired => "expired",
        TokenRefusal.Suspended => "suspended",
        _ => "unknown",
    };
}

/// <summary>The refusals from one address that are to be recorded.</summary>
/// <param name="event">What the event log is to keep.</param>
/// <param name="settle">Takes them off the count, told when they were recorded.</param>
public sealed class CountedFailures(AuditEvent @event, Action<TimeSpan> settle)
{
    /// <summary>What the event log is to keep.</summary>
    public AuditEvent Event { get; } = @event;

    internal void Settle(TimeSpan on) => settle(on);
}

/// <summary>What the event log keeps of authorization headers that authenticated nobody; nothing of the headers.</summary>
/// <param name="Address">The IPv4 address, or the first 64 bits of the IPv6 one; absent where it is not known.</param>
/// <param name="Others">Whether it tells of all addresses that were too many to be counted each.</param>
/// <param name="Count">How many headers.</param>
/// <param name="Kinds">How many of them for which reason.</param>
public sealed record AuthenticationFailureEventData(
    string? Address, bool? Others, long Count, IReadOnlyDictionary<string, long> Kinds);
