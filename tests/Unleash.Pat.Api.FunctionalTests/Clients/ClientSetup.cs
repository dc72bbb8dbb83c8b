using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Client;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>Registrations of the client, as programs make them.</summary>
internal static class ClientSetup
{
    /// <summary>A client with a token, or with none.</summary>
    public static IUnleashPatClient Create(Uri address, string? token = null, bool keepsSession = false) =>
        Create(options =>
        {
            options.BaseAddress = address;
            options.Token = token;
            options.KeepsSession = keepsSession;
        });

    /// <summary>A client that speaks with a handler instead of a service.</summary>
    public static IUnleashPatClient Create(Action<UnleashPatClientOptions> configure, HttpMessageHandler? handler = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddUnleashPatClient(configure);
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider().GetRequiredService<IUnleashPatClient>();
    }
}
