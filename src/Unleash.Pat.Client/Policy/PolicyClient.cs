namespace Unleash.Pat.Client;

internal sealed class PolicyClient(WireClient wire) : IPolicyClient
{
    public Task<PatPolicy> GetAsync(CancellationToken cancellationToken) => wire.GetPolicyAsync(cancellationToken);

    public Task<PatPolicyCheck> CheckAsync(PatPolicyDraft policy, CancellationToken cancellationToken) =>
        wire.CheckPolicyAsync(policy, cancellationToken);
}
