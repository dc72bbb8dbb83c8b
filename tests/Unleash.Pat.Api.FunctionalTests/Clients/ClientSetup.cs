using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Unleash.Pat.Client;
using Unleash.Pat.TestSupport;

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

        // The client's own patience is for a service that has a machine to itself; it has tests of its own.
        services.ConfigureAll<HttpStandardResilienceOptions>(resilience =>
        {
            resilience.AttemptTimeout.Timeout = Eventually.Timeout;
            resilience.TotalRequestTimeout.Timeout = 2 * Eventually.Timeout;
            resilience.CircuitBreaker.SamplingDuration = 2 * Eventually.Timeout;
        });
        return services.BuildServiceProvider().GetRequiredService<IUnleashPatClient>();
    }
}
