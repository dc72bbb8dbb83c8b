using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Registers what starts the service, in the order: listen, then the database, then answer.</summary>
internal static class StartServices
{
    public static IServiceCollection AddStart(this IServiceCollection services)
    {
        services.AddSingleton<ServiceReadiness>();
        services.AddHostedService<DatabasePreparation>();
        services.RemoveAll(IsKeyWarmUp);
        return services.AddListeningServer();
    }

    // The framework's warm-up reads data protection keys before the web server listens, when the database may not exist yet.
    private static bool IsKeyWarmUp(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly;

    private static void RemoveAll(this IServiceCollection services, Func<ServiceDescriptor, bool> condition)
    {
        foreach (var service in services.Where(condition).ToList())
        {
            services.Remove(service);
        }
    }

    private static IServiceCollection AddListeningServer(this IServiceCollection services)
    {
        var server = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        return services.AddSingleton<RequestsAtWork>().Replace(ServiceDescriptor.Singleton<IServer>(provider =>
            ActivatorUtilities.CreateInstance<ListeningServer>(provider, ActivatorUtilities.CreateInstance(provider, server))));
    }
}
