namespace Unleash.Pat.Client;

/// <summary>The service itself: its configuration and its health.</summary>
public interface IServiceClient
{
    /// <summary>Gets what the service tells signed-in accounts of its configuration.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<ServiceConfiguration> GetConfigurationAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets what the service runs on, for administrators.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The version, the database's engine, the runtime and the operating system.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<Installation> GetInstallationAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks whether the process serves at all.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><c>GOOD</c>.</returns>
    /// <exception cref="UnleashPatException">It does not.</exception>
    Task<string> GetHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks whether the service reaches its database, at the right version.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><c>GOOD</c>.</returns>
    /// <exception cref="UnleashPatException">It does not: 503.</exception>
    Task<string> GetReadinessAsync(CancellationToken cancellationToken = default);
}
