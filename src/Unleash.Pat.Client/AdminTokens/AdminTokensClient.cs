namespace Unleash.Pat.Client;

internal sealed class AdminTokensClient(WireClient wire) : IAdminTokensClient
{
    public Task<IssuedAdminToken> CreateAsync(NewAdminToken token, CancellationToken cancellationToken) =>
        wire.CreateApiTokenAsync(token, cancellationToken);

    public async Task<IReadOnlyList<AdminToken>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetAllApiTokensAsync(cancellationToken).ConfigureAwait(false)).Tokens;

    public Task<AdminToken> TakeOverAsync(long id, CancellationToken cancellationToken) =>
        wire.TakeOverApiTokenAsync(id, cancellationToken);

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeleteApiTokenAsync(id, cancellationToken);
}
