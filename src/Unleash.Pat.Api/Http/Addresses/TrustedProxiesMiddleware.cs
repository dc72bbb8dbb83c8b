using Microsoft.AspNetCore.HttpOverrides;

namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>Applies the forwarded headers of known proxies.</summary>
internal static partial class TrustedProxiesMiddleware
{
    // The framework's switch ASPNETCORE_FORWARDEDHEADERS_ENABLED; with it, the middleware is already in the pipeline.
    private const string FrameworkSwitch = "FORWARDEDHEADERS_ENABLED";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = TrustedProxies.Read(configuration);
        return services.AddSingleton(proxies).PostConfigure<ForwardedHeadersOptions>(proxies.Configure);
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        var areNamed = app.Services.GetRequiredService<TrustedProxies>().AreNamed;
        if (string.Equals(app.Configuration[FrameworkSwitch], "true", StringComparison.OrdinalIgnoreCase))
        {
            if (!areNamed)
            {
                LogEverySenderTrusted(app.Logger);
            }
        }
        else if (areNamed)
        {
            app.Use(ReadPrefixAsync);
            app.UseForwardedHeaders();
        }
    }

    // The framework uses the header as it is; a slash at its end would make "//" of every location.
    private static Task ReadPrefixAsync(HttpContext context, RequestDelegate next)
    {
        var name = ForwardedHeadersDefaults.XForwardedPrefixHeaderName;
        var headers = context.Request.Headers;
        if (headers.TryGetValue(name, out var sent))
        {
            var prefixes = new List<string>();
            foreach (var part in sent.ToString().Split(',', StringSplitOptions.TrimEntries))
            {
                if (!UrlPath.TryRead(part, out var prefix))
                {
                    headers.Remove(name);
                    return next(context);
                }

                prefixes.Add(prefix.ToUriComponent());
            }

            headers[name] = string.Join(',', prefixes.Where(prefix => prefix.Length > 0));
        }

        return next(context);
    }

    [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "ASPNETCORE_FORWARDEDHEADERS_ENABLED is set and no proxy is named: X-Forwarded-For is trusted from every sender, so any client can bypass the sign-in limit. Name the proxies in ForwardedHeaders:KnownProxies or ForwardedHeaders:KnownNetworks.")]
    private static partial void LogEverySenderTrusted(ILogger logger);
}
