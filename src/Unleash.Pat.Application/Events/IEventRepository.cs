namespace Unleash.Pat.Application.Events;

/// <summary>Reads the event log. The other repositories write to it, each in the transaction of its change.</summary>
public interface IEventRepository
{
    /// <summary>A page of events, newest first, and the number of events on all pages.</summary>
    Task<EventPage> GetPageAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken);

    /// <summary>The same without a total.</summary>
    Task<EventPage> GetBatchAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken);

    /// <summary>The greatest id of an event; 0 where there is none.</summary>
    Task<long> GetNewestIdAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The longest time between the id that an event gets and its appearance; zero where events appear in the order of
    /// their ids.
    /// </summary>
    TimeSpan CommitDelay { get; }

    /// <summary>The accounts that did something, by id.</summary>
    /// <param name="accounts">How many accounts are looked at.</param>
    Task<IReadOnlyList<EventCreator>> GetCreatorsAsync(int accounts, CancellationToken cancellationToken);

    /// <summary>
    /// Fills in what events of earlier versions were done to, in the columns that those versions did not have. It begins
    /// with the newest, and remembers how far it has come.
    /// </summary>
    /// <param name="count">The most events at once.</param>
    /// <returns>Whether there are more.</returns>
    Task<bool> FillSubjectsAsync(int count, CancellationToken cancellationToken);

    /// <summary>
    /// Adds the oldest of the events that the indexes do not have yet to them, on an engine where they are added later.
    /// Searches find those events as well, but look at each.
    /// </summary>
    /// <param name="upTo">The greatest id, so that it does not wait for events that are being recorded.</param>
    /// <param name="count">The most events at once.</param>
    /// <returns>How many it added.</returns>
    Task<int> IndexAsync(long upTo, int count, CancellationToken cancellationToken);
}
