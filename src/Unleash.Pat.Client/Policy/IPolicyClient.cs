namespace Unleash.Pat.Client;

/// <summary>The rules for tokens.</summary>
public interface IPolicyClient
{
    /// <summary>Gets the policy in force.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<PatPolicy> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the tokens that another policy would refuse, and changes nothing; for administrators.</summary>
    /// <param name="policy">The policy. What is not set is as in force.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How many tokens it would refuse, and the accounts that hold most of them.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task<PatPolicyCheck> CheckAsync(PatPolicyDraft policy, CancellationToken cancellationToken = default);
}
