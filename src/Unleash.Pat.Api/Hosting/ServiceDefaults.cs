using System.Text;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Api.Hosting.Settings;

namespace Unleash.Pat.Api.Hosting;

/// <summary>What holds where the configuration is silent.</summary>
internal static class ServiceDefaults
{
    /// <summary>Where the service listens.</summary>
    public const string Address = "http://localhost:4242";

    // What the start has checked is what is in force: values that change later would go unchecked, and watching for them
    // takes one of the few watches that a machine has for all its programs.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    private static readonly string[] AddressKeys =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>A builder with the configuration read and checked.</summary>
    /// <param name="arguments">The host's options and settings on the command line.</param>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [NoReload, .. arguments],

            // The program's files are beside it, wherever it is started.
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingFiles.AddThoseOfTheWorkingFolder(builder);
        new SettingCheck(builder.Configuration).Require();
        AddWebDefaults(builder);
        builder.AddServiceLogging();
        builder.AddConnectionLimits();
        return builder;
    }

    private static void AddWebDefaults(WebApplicationBuilder builder)
    {
        // The admin UI's files are in their projects until the service is published; the framework looks for them there in
        // Development alone.
        builder.WebHost.UseStaticWebAssets();

        // In Development the framework would take GET at every address there is, to look for files made since the build.
        builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Another program of the host may set cookies that are not UTF-8, and with them the framework would refuse every
            // request of that browser.
            kestrel.RequestHeaderEncodingSelector = name =>
                name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null;
        });
        if (AddressKeys.All(key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }
    }
}
