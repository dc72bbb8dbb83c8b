using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting.Systemd;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Tells the manager that runs the service, systemd or Windows, when it has started and stopped.</summary>
internal static class ServiceManagers
{
    // Where systemd waits to be told (sd_notify(3)).
    private const string NotifySocket = "NOTIFY_SOCKET";

    public static void AddServiceManager(this WebApplicationBuilder builder)
    {
        if (OperatingSystem.IsWindows())
        {
            // It looks itself whether Windows runs the process as a service.
            builder.Services.AddWindowsService(options => options.ServiceName = "Unleash.Pat");
        }
        else if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NotifySocket)))
        {
            AddSystemd(builder.Services);
        }
    }

    // Not by the package's AddSystemd, which also takes the lines of JSON for lines of its own form.
    private static void AddSystemd(IServiceCollection services)
    {
        services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, SystemdLifetime>());
    }
}
