namespace Unleash.Pat.Client;

internal sealed class TokensClient(WireClient wire) : ITokensClient
{
    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token, CancellationToken cancellationToken) =>
        wire.CreatePatAsync(token, cancellationToken);

    public async Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetPatsAsync(cancellationToken).ConfigureAwait(false)).Pats;

    public Task<PersonalAccessToken> GetAsync(long id, CancellationToken cancellationToken) => wire.GetPatAsync(id, cancellationToken);

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeletePatAsync(id, cancellationToken);
}
