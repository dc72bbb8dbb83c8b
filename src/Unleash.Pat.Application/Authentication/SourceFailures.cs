using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The refusals from one address, or from all that have no count of their own. To be used under the owner's lock.</summary>
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
        TokenRefusal.Superseded => "superseded",
        TokenRefusal.Disabled => "disabled",
        _ => "unknown",
    };
}

/// <summary>The refusals from one address that are to be recorded.</summary>
public sealed class CountedFailures(AuditEvent @event, Action<TimeSpan> settle)
{
    /// <summary>The event to record.</summary>
    public AuditEvent Event { get; } = @event;

    internal void Settle(TimeSpan on) => settle(on);
}

/// <summary>The data of an event about refused authorization headers; nothing of the headers themselves.</summary>
/// <param name="Address">The IPv4 address, or the first 64 bits of the IPv6 one; absent where it is not known.</param>
/// <param name="Others">Whether it is about all addresses that have no count of their own.</param>
/// <param name="Count">How many headers.</param>
/// <param name="Kinds">How many of them for which reason.</param>
public sealed record AuthenticationFailureEventData(
    string? Address, bool? Others, long Count, IReadOnlyDictionary<string, long> Kinds);
