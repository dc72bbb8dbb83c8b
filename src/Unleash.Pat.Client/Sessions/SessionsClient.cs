namespace Unleash.Pat.Client;

internal sealed class SessionsClient(WireClient wire) : ISessionsClient
{
    public async Task<IReadOnlyList<Session>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetMySessionsAsync(cancellationToken).ConfigureAwait(false)).Sessions;

    public Task EndAsync(long id, CancellationToken cancellationToken) => wire.EndMySessionAsync(id, cancellationToken);

    public Task EndAllAsync(CancellationToken cancellationToken) => wire.EndMySessionsAsync(cancellationToken);
}
