namespace Unleash.Pat.Application.Events;

/// <summary>A page of the event log.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Total">How many events the filter lets through, on all pages.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record EventPage(IReadOnlyList<EventRecord> Events, EventTotal Total, bool HasMore);
