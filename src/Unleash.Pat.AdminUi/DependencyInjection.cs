using MudBlazor.Services;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi;

/// <summary>Registers what the pages take.</summary>
internal static class DependencyInjection
{
    public static IServiceCollection AddAdminUi(this IServiceCollection services, Uri baseAddress)
    {
        services.AddMudServices();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<BrowserScript>();
        services.AddScoped<SessionState>();

        // Without the container's HttpClient factory, whose resilience the browser would have to load.
        services.AddScoped<IUnleashPatClient>(_ => new UnleashPatClient(new HttpClient { BaseAddress = baseAddress }));
        return services;
    }
}
