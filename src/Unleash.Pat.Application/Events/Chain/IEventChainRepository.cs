namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Stores the chain of the event log: a seal for each event, and where the chain begins and ends.</summary>
public interface IEventChainRepository
{
    /// <summary>The most events of a batch.</summary>
    const int MaxBatchSize = 500;

    /// <summary>Where the chain begins and ends; <see langword="null"/> where somebody deleted it.</summary>
    Task<ChainState?> GetStateAsync(CancellationToken cancellationToken);

    /// <summary>The next events to seal, by id.</summary>
    /// <param name="after">The last event that is sealed.</param>
    /// <param name="upTo">The last event before which no further one will appear.</param>
    /// <param name="limit">The most events.</param>
    /// <returns>None while events of an earlier version are completed: a seal covers what they are completed with.</returns>
    Task<IReadOnlyList<StoredEvent>> GetUnsealedAsync(long after, long upTo, int limit, CancellationToken cancellationToken);

    /// <summary>Stores seals and what the chain's state is with them.</summary>
    /// <param name="before">The state that they follow.</param>
    /// <param name="after">The state with them.</param>
    /// <param name="seals">At most <see cref="MaxBatchSize"/>.</param>
    /// <returns>Whether they were stored; not where the state is another one by now, because another node changed it.</returns>
    Task<bool> AppendAsync(ChainState before, ChainState after, IReadOnlyList<EventSeal> seals, CancellationToken cancellationToken);

    /// <summary>The oldest events that are sealed, by id, with their seals.</summary>
    /// <param name="after">The chain's beginning.</param>
    /// <param name="upTo">The chain's end.</param>
    /// <param name="limit">The most events.</param>
    Task<IReadOnlyList<SealedEvent>> GetSealedAsync(long after, long upTo, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes the sealed events, and their seals, between the beginnings of two states.</summary>
    /// <returns>Whether they were deleted; not where the state is another one by now.</returns>
    Task<bool> DeleteAsync(ChainState before, ChainState after, CancellationToken cancellationToken);

    /// <summary>A part of the log to verify.</summary>
    /// <param name="after">Events and seals with greater ids.</param>
    /// <param name="limit">The most events, and the most seals.</param>
    Task<ChainWindow> GetWindowAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>The smallest id of an event and of a seal, <see langword="null"/> where there are none, and the greatest, or 0.</summary>
    Task<ChainEnds> GetEndsAsync(CancellationToken cancellationToken);
}

/// <summary>A part of the log.</summary>
/// <param name="Events">By id.</param>
/// <param name="Seals">By id, read after the events.</param>
/// <param name="State">Read after both; <see langword="null"/> where somebody deleted it.</param>
public sealed record ChainWindow(IReadOnlyList<StoredEvent> Events, IReadOnlyList<EventSeal> Seals, ChainState? State);

/// <summary>The ids at both ends of the tables.</summary>
public sealed record ChainEnds(long? FirstEvent, long LastEvent, long? FirstSeal, long LastSeal);
