using System.Text;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Api.Hosting.Telemetry;

namespace Unleash.Pat.Api.Hosting;

/// <summary>The defaults of the host: addresses, configuration files, logging, connections.</summary>
internal static class ServiceDefaults
{
    public const string Address = "http://localhost:4242";

    // The values in force are those that the start has checked; a reload would not be checked, and each watched file takes one
    // of the few inotify instances of the machine.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    private static readonly string[] AddressKeys =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [NoReload, .. arguments],

            // The program's files are beside it, whatever the working folder is.
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingFiles.AddAll(builder);
        new SettingCheck(builder.Configuration).Require();
        AddWebDefaults(builder);
        builder.AddServiceLogging();
        builder.AddConnectionLimits();
        builder.AddTelemetry();
        builder.AddServiceManager();
        return builder;
    }

    // What the slim host leaves out: HTTPS; HTTP/3, whose library is loaded only where it is asked for; and on Windows, where IIS
    // can start the program, IIS and the event log.
    private static void AddServers(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (builder.Configuration.GetSection("Kestrel").AsEnumerable().Any(IsHttp3))
        {
            builder.WebHost.UseQuic();
        }

        if (OperatingSystem.IsWindows())
        {
            builder.WebHost.UseIIS().UseIISIntegration();
            builder.Logging.AddEventLog();
        }
    }

    private static bool IsHttp3(KeyValuePair<string, string?> setting) =>
        setting.Value?.Contains("Http3", StringComparison.OrdinalIgnoreCase) is true;

    private static void AddWebDefaults(WebApplicationBuilder builder)
    {
        // Until the service is published, the admin UI's files are in their projects, where the framework serves them from in
        // Development only.
        builder.WebHost.UseStaticWebAssets();
        AddServers(builder);

        // In Development the framework would otherwise handle GET at every address, to find files added since the build.
        builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // The framework refuses headers that are not UTF-8 with 400. Another program on the host may set such cookies, and
            // no request of that browser would be answered. Credentials that are no text are wrong ones, and so 401: proxies
            // take a 400 for a failure of this service.
            kestrel.RequestHeaderEncodingSelector = name =>
                name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase)
                || name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase)
                    ? Encoding.Latin1
                    : null;
        });
        if (AddressKeys.All(key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }
    }

    /// <summary>Where the web server listens by a configuration, in the order in which it looks.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration)
    {
        string[] urls = Values(configuration, WebHostDefaults.ServerUrlsKey);
        string[] ports =
        [
            .. Values(configuration, WebHostDefaults.HttpPortsKey).Select(port => $"http://*:{port}"),
            .. Values(configuration, WebHostDefaults.HttpsPortsKey).Select(port => $"https://*:{port}"),
        ];
        return new[] { Endpoints(configuration), urls, ports }.FirstOrDefault(found => found.Length > 0) ?? [Address];
    }

    /// <summary>The addresses of the web server's own section, which override the others.</summary>
    public static string[] Endpoints(IConfiguration configuration) =>
        [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];

    private static string[] Values(IConfiguration configuration, string key) =>
        configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
