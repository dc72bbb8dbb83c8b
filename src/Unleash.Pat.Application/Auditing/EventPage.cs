namespace Unleash.Pat.Application.Auditing;

/// <summary>A page of the event log.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Total">How many events the filter lets through, on all pages.</param>
public sealed record EventPage(IReadOnlyList<EventRecord> Events, long Total);
