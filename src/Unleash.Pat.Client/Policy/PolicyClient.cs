namespace Unleash.Pat.Client;

internal sealed class PolicyClient(WireClient wire) : IPolicyClient
{
    public Task<TokenPolicy> GetAsync(CancellationToken cancellationToken) => wire.GetPolicyAsync(cancellationToken);
}
