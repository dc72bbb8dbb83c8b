namespace Unleash.Pat.Client;

internal sealed class ServiceAccountsClient(WireClient wire) : IServiceAccountsClient
{
    public async Task<IReadOnlyList<ServiceAccount>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetServiceAccountsAsync(cancellationToken).ConfigureAwait(false)).ServiceAccounts;

    public Task<ServiceAccount> CreateAsync(NewServiceAccount account, CancellationToken cancellationToken) =>
        wire.CreateServiceAccountAsync(account, cancellationToken);

    public Task<ServiceAccount> UpdateAsync(long id, ServiceAccountUpdate update, CancellationToken cancellationToken) =>
        wire.UpdateServiceAccountAsync(id, update, cancellationToken);

    public Task DeleteAsync(long id, CancellationToken cancellationToken) => wire.DeleteServiceAccountAsync(id, cancellationToken);

    public async Task<IReadOnlyList<PersonalAccessToken>> ListTokensAsync(long id, CancellationToken cancellationToken) =>
        (await wire.GetServiceAccountTokensAsync(id, cancellationToken).ConfigureAwait(false)).Pats;

    public Task<IssuedPersonalAccessToken> CreateTokenAsync(
        long id, NewPersonalAccessToken token, CancellationToken cancellationToken) =>
        wire.CreateServiceAccountTokenAsync(id, token, cancellationToken);

    public Task RevokeTokenAsync(long id, long tokenId, CancellationToken cancellationToken) =>
        wire.DeleteServiceAccountTokenAsync(id, tokenId, cancellationToken);

    public Task<IssuedPersonalAccessToken> RotateTokenAsync(
        long id, long tokenId, TokenRotation? rotation, CancellationToken cancellationToken) =>
        wire.RotateServiceAccountTokenAsync(id, tokenId, rotation ?? new TokenRotation(), cancellationToken);
}
