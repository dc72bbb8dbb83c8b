using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

/// <summary>The tokens of a service account, for administrators.</summary>
internal sealed class ServiceAccountTokens(IUnleashPatClient client, long accountId) : ITokenHolder
{
    public string Path => $"api/admin/service-account/{accountId}/token";

    public string Purpose => "A token lets a program act as this service account, with the account's role.";

    public Task<PatSchema> CreateAsync(CreatePatSchema token) => client.CreateServiceAccountTokenAsync(accountId, token);

    public Task DeleteAsync(long id) => client.DeleteServiceAccountTokenAsync(accountId, id);

    public async Task<IReadOnlyList<PatSchema>> GetAsync(CancellationToken cancellationToken) =>
        (await client.GetServiceAccountTokensAsync(accountId, cancellationToken)).Pats;
}
