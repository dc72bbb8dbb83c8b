namespace Unleash.Pat.Application.Events;

/// <summary>A page of the event log.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Total">The number of events on all pages.</param>
/// <param name="HasMore">Whether older events follow.</param>
public sealed record EventPage(IReadOnlyList<EventRecord> Events, EventTotal Total, bool HasMore);
