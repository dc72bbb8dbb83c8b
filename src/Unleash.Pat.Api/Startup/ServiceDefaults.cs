using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Unleash.Pat.Api.Startup;

/// <summary>What holds where the configuration is silent.</summary>
internal static class ServiceDefaults
{
    /// <summary>Where the service listens.</summary>
    public const string Address = "http://localhost:4242";

    private static readonly string[] AddressKeys =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static WebApplicationBuilder AddDefaults(this WebApplicationBuilder builder, string[] args)
    {
        MigrateCommand.Configure(builder.Configuration, args);
        // The admin UI's files are in their projects until the service is published; the framework looks for them there in
        // Development alone.
        builder.WebHost.UseStaticWebAssets();

        // In Development the framework would take GET at every address there is, to look for files made since the build.
        builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (AddressKeys.All(key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }

        // Threat: the framework's own request log holds whole addresses, and people paste secrets into addresses.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // ASP.NET Core's handlers tell every refusal in two or three lines; the error's own line is enough.
        builder.Logging.AddFilter("Unleash.Pat.Api.Authentication", LogLevel.Warning);

        // It warns of keys that are stored unencrypted; DataProtectionKeyRepository says why that is sound here.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        }

        return builder;
    }

    /// <summary>Where a running service is reached.</summary>
    public static string AddressOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return (addresses?.FirstOrDefault() ?? Address) + BasePathOf(app.Configuration);
    }

    /// <summary>The configured base path with its slash in front, or an empty text.</summary>
    public static string BasePathOf(IConfiguration configuration) =>
        configuration["BasePath"]?.Trim('/') is { Length: > 0 } path ? $"/{path}" : "";
}
