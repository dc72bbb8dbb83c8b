using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>Limits concurrent connections.</summary>
/// <remarks>
/// Threat: each connection, even an idle one, takes a file descriptor, and a process that has none left can open neither its
/// database nor a log, and ends. So connections stay below the process's limit of open files.
/// </remarks>
internal static class ConnectionLimits
{
    public const string Key = "Kestrel:Limits:MaxConcurrentConnections";

    // The runtime keeps two files open for each assembly, about 330 in all; the rest is for the database and its connections,
    // the log and the UI's files.
    private const int KeptFree = 512;

    // Below this, one busy browser or proxy can take all connections.
    private const int LowFileLimit = 1024;

    /// <exception cref="StartupException">The process may not open as many files as it takes to run.</exception>
    public static void AddConnectionLimits(this WebApplicationBuilder builder)
    {
        var files = OpenFiles.Limit();
        if (files <= KeptFree)
        {
            throw new StartupException(
                $"The process may have only {files} files and sockets open (ulimit -n), and needs more than {KeptFree}, better {LowFileLimit} or more.");
        }

        builder.Services.AddOptions<KestrelServerOptions>().Configure(kestrel =>
        {
            // The framework binds addresses and certificates of that section, and not the limits.
            builder.Configuration.GetSection("Kestrel:Limits").Bind(kestrel.Limits);
            kestrel.Limits.MaxConcurrentConnections ??= files - KeptFree;
        });

        // Threat: one line for each refusal lets a client fill the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RefusedConnections>(
            provider, new Capacity(MaxConnections(provider), files < LowFileLimit ? files : null)));
    }

    private static long? MaxConnections(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxConcurrentConnections;
}
