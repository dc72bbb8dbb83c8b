namespace Unleash.Pat.Client;

/// <summary>The event log, for administrators.</summary>
public interface IEventsClient
{
    /// <summary>Lists events, newest first. Pages are fetched when the enumeration comes to them.</summary>
    /// <param name="filter">Which events. Default: all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The events. Those that happen meanwhile are not among them.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    IAsyncEnumerable<AuditEvent> ListAsync(AuditEventFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one page of the log, newest first.</summary>
    /// <param name="offset">How many newer events to skip.</param>
    /// <param name="limit">The most events to give.</param>
    /// <param name="filter">Which events. Default: all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page, and the number of matching events.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<Page<AuditEvent>> GetPageAsync(
        int offset, int limit, AuditEventFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one page of the log, newest first, at a place that other pages name. Every page costs the same.</summary>
    /// <param name="cursor">A cursor of another page with the same filter; <see langword="null"/> for the newest events.</param>
    /// <param name="limit">The most events to give.</param>
    /// <param name="filter">Which events. Default: all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page, and the cursors of those around it.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<AuditEventCursorPage> GetPageAsync(
        string? cursor, int limit = 100, AuditEventFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists accounts that did something, for a filter to offer.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The accounts, of the first 10,000 that were created.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<EventCreator>> ListCreatorsAsync(CancellationToken cancellationToken = default);
}
