using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Client;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>Registrations of the client, as programs make them.</summary>
internal static class ClientSetup
{
    /// <summary>A client with a token, or with none.</summary>
    public static IUnleashPatClient Create(Uri address, string? token = null, bool keepsSession = false)
    {
        var services = new ServiceCollection();
        services.AddUnleashPatClient(options =>
        {
            options.BaseAddress = address;
            options.Token = token;
            options.KeepsSession = keepsSession;
        });
        return services.BuildServiceProvider().GetRequiredService<IUnleashPatClient>();
    }
}
