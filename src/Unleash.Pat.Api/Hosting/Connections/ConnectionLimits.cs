using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>How many connections the web server takes at once.</summary>
/// <remarks>
/// Threat: each connection, even one that never sends anything, takes a file descriptor, and a process without one left can
/// open neither its database nor a log, and ends. So connections stay below the process's own limit.
/// </remarks>
internal static class ConnectionLimits
{
    public const string Key = "Kestrel:Limits:MaxConcurrentConnections";

    // The runtime keeps two open for each of its assemblies, some 330 in all; the rest is for the database, connections to
    // it, the log and the UI's files.
    private const int KeptFree = 512;

    // Below this, connections are few enough for one busy browser or proxy to take them all.
    private const int Scant = 1024;

    /// <exception cref="StartupException">The process may not open as many files as it takes to run.</exception>
    public static void AddConnectionLimits(this WebApplicationBuilder builder)
    {
        var files = OpenFiles.Limit();
        if (files <= KeptFree)
        {
            throw new StartupException(
                $"The process may have only {files} files and sockets open (ulimit -n), and needs more than {KeptFree}, better {Scant} or more.");
        }

        builder.Services.AddOptions<KestrelServerOptions>().Configure(kestrel =>
        {
            // The framework reads addresses and certificates of that section, and leaves the limits out.
            builder.Configuration.GetSection("Kestrel:Limits").Bind(kestrel.Limits);
            kestrel.Limits.MaxConcurrentConnections ??= files - KeptFree;
        });

        // One line for each refusal would fill the log as fast as somebody connects.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RefusedConnections>(
            provider, new Capacity(MostConnections(provider), files < Scant ? files : null)));
    }

    private static long? MostConnections(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxConcurrentConnections;
}
