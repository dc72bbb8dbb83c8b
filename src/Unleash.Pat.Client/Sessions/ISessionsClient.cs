namespace Unleash.Pat.Client;

/// <summary>The sessions of the account that calls.</summary>
public interface ISessionsClient
{
    /// <summary>Lists the live sessions.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The sessions, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<Session>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends a session.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the session has ended.</returns>
    /// <exception cref="UnleashPatException">The service refused: 404 where the account has no such session.</exception>
    Task EndAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Ends all sessions, the current one included.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the sessions have ended.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task EndAllAsync(CancellationToken cancellationToken = default);
}
