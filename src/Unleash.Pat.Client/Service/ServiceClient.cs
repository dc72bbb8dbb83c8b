namespace Unleash.Pat.Client;

internal sealed class ServiceClient(WireClient wire) : IServiceClient
{
    public Task<ServiceConfiguration> GetConfigurationAsync(CancellationToken cancellationToken) => wire.GetUiConfigAsync(cancellationToken);

    public Task<Installation> GetInstallationAsync(CancellationToken cancellationToken) => wire.GetInstallationAsync(cancellationToken);

    public async Task<string> GetHealthAsync(CancellationToken cancellationToken) =>
        (await wire.GetHealthAsync(cancellationToken).ConfigureAwait(false)).Health;

    public async Task<string> GetReadinessAsync(CancellationToken cancellationToken) =>
        (await wire.GetReadyAsync(cancellationToken).ConfigureAwait(false)).Health;
}
