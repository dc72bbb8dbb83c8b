namespace Unleash.Pat.Client;

/// <summary>The root roles.</summary>
public interface IRolesClient
{
    /// <summary>Lists the root roles.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The roles, by id.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default);
}
