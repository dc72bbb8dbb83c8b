namespace Unleash.Pat.Client;

/// <summary>The service's rules for tokens.</summary>
public interface IPolicyClient
{
    /// <summary>Gets the policy in force.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<TokenPolicy> GetAsync(CancellationToken cancellationToken = default);
}
