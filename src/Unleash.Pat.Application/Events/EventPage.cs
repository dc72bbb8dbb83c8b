namespace Unleash.Pat.Application.Events;

/// <summary>A page of the event log.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Total">The number of events on all pages.</param>
public sealed record EventPage(IReadOnlyList<EventRecord> Events, EventTotal Total)
{
    /// <summary>Where the page of older events begins; <see langword="null"/> where there are none.</summary>
    public EventPosition? Older { get; init; }

    /// <summary>Where the page of newer events begins; <see langword="null"/> where none were seen.</summary>
    public EventPosition? Newer { get; init; }

    /// <summary>Where events begin that happen from now on; <see langword="null"/> where there are newer ones already.</summary>
    public EventPosition? Tail { get; init; }

    /// <summary>Whether <see cref="EventFilter.MaxLookedAt"/> ended the page before it had as many events as it may.</summary>
    public bool IsCutShort { get; init; }
}
