namespace Unleash.Pat.Client;

internal sealed class AdminTokensClient(WireClient wire) : IAdminTokensClient
{
    public Task<IssuedAdminToken> CreateAsync(NewAdminToken token, CancellationToken cancellationToken) =>
        wire.CreateApiTokenAsync(token, cancellationToken);

    public async Task<IReadOnlyList<AdminToken>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetAllApiTokensAsync(cancellationToken).ConfigureAwait(false)).Tokens;

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeleteApiTokenAsync(id, cancellationToken);
}
