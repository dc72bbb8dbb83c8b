using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Unleash.Pat.Api.Http.Addresses;

namespace Unleash.Pat.Api.Hosting;

/// <summary>The address of the running service.</summary>
internal static class ServiceAddress
{
    public static string Of(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return (addresses?.FirstOrDefault() ?? ServiceDefaults.Address) + BasePathSetting.Of(services.GetRequiredService<IConfiguration>());
    }
}
