namespace Unleash.Pat.Client;

internal sealed class RolesClient(WireClient wire) : IRolesClient
{
    public async Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken) =>
        (await wire.GetRolesAsync(cancellationToken).ConfigureAwait(false)).Roles;
}
