using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

/// <summary>The tokens of a service account, for administrators.</summary>
internal sealed class ServiceAccountTokens(IUnleashPatClient client, long accountId) : ITokenCollection
{
    public string Path => $"api/admin/service-account/{accountId}/token";

    public string Purpose => "A token lets a program act as this service account, with all rights of its role or only some scopes.";

    public bool CanIssue => true;

    public Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) =>
        client.ServiceAccounts.ListTokensAsync(accountId, cancellationToken);

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token) => client.ServiceAccounts.CreateTokenAsync(accountId, token);

    public async Task<PersonalAccessToken> UpdateAsync(long id, PersonalAccessTokenUpdate update) => await client.Inventory.UpdateAsync(id, update);

    public Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation rotation) => client.ServiceAccounts.RotateTokenAsync(accountId, id, rotation);

    public Task RevokeAsync(long id) => client.ServiceAccounts.RevokeTokenAsync(accountId, id);

    public Task DeleteExpiredAsync() => InventoryTokens.DeleteExpiredAsync(client, accountId);
}
