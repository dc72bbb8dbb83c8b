namespace Unleash.Pat.Client;

internal sealed class TokensClient(WireClient wire) : ITokensClient
{
    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token, CancellationToken cancellationToken) =>
        wire.CreatePatAsync(token, cancellationToken);

    public async Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetPatsAsync(cancellationToken).ConfigureAwait(false)).Pats;

    public Task<PersonalAccessToken> GetAsync(long id, CancellationToken cancellationToken) => wire.GetPatAsync(id, cancellationToken);

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeletePatAsync(id, cancellationToken);

    public async Task<int> RevokeExpiredAsync(CancellationToken cancellationToken) =>
        (await wire.DeleteExpiredPatsAsync("expired", cancellationToken).ConfigureAwait(false)).Deleted;

    public Task<PersonalAccessToken> UpdateAsync(
        long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken) =>
        wire.UpdatePatAsync(id, update, cancellationToken);

    public Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation? rotation, CancellationToken cancellationToken) =>
        wire.RotatePatAsync(id, rotation ?? new TokenRotation(), cancellationToken);

    public Task<PersonalAccessToken> GetCurrentAsync(CancellationToken cancellationToken) => wire.GetCurrentPatAsync(cancellationToken);

    public Task<IssuedPersonalAccessToken> RotateCurrentAsync(TokenRotation? rotation, CancellationToken cancellationToken) =>
        wire.RotateCurrentPatAsync(rotation ?? new TokenRotation(), cancellationToken);
}
