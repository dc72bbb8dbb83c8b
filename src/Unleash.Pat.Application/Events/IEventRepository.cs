namespace Unleash.Pat.Application.Events;

/// <summary>Reads the event log; events are written by the repositories whose changes they tell of.</summary>
public interface IEventRepository
{
    /// <summary>One page of events, newest first, and how many there are on all pages, counted up to a bound.</summary>
    /// <param name="filter">Which events, and which page.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The page.</returns>
    Task<EventPage> GetAsync(EventFilter filter, CancellationToken cancellationToken);
}
