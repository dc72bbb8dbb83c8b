namespace Unleash.Pat.Application.Events;

/// <summary>Reads the event log. The other repositories write to it, each in the transaction of its change.</summary>
public interface IEventRepository
{
    /// <summary>A page of events, newest first, and the number of events on all pages.</summary>
    Task<EventPage> GetAsync(EventFilter filter, CancellationToken cancellationToken);

    /// <summary>Deletes the oldest events, if they are older than an instant.</summary>
    /// <param name="limit">The most that are deleted at once.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteOldestAsync(DateTimeOffset olderThan, int limit, CancellationToken cancellationToken);
}
