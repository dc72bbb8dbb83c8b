using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PathBase = Unleash.Pat.Api.Startup.Settings.PathBase;

namespace Unleash.Pat.Api.Startup;

/// <summary>Where a running service is reached.</summary>
internal static class ServiceAddress
{
    public static string Of(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return (addresses?.FirstOrDefault() ?? ServiceDefaults.Address) + PathBase.Of(services.GetRequiredService<IConfiguration>());
    }
}
