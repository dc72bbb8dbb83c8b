using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Client;

/// <summary>Registers the client.</summary>
public static class ServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds <see cref="IUnleashPatClient"/>, which repeats what failed for the moment where repeating is safe: every
    /// method but POST and PATCH, after the time that the service asks for.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the service's address and the credentials.</param>
    /// <returns>The registration, to change its handlers.</returns>
    public static IHttpClientBuilder AddUnleashPatClient(this IServiceCollection services, Action<UnleashPatClientOptions> configure)
    {
        services.AddOptions<UnleashPatClientOptions>()
            .Configure(configure)
            .Validate(
                options => options.BaseAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" },
                $"{nameof(UnleashPatClientOptions)}.{nameof(UnleashPatClientOptions.BaseAddress)} must be an http or https address.");
        services.AddTransient<TokenHandler>();

        var builder = services.AddHttpClient<IUnleashPatClient, UnleashPatClient>((provider, client) =>
            client.BaseAddress = Folder(provider.GetRequiredService<IOptions<UnleashPatClientOptions>>().Value.BaseAddress!));
        builder.AddStandardResilienceHandler(options =>
            options.Retry.DisableFor(HttpMethod.Post, HttpMethod.Patch, HttpMethod.Connect));
        builder.AddHttpMessageHandler<TokenHandler>();
        return OperatingSystem.IsBrowser() ? builder : builder.AddCookies();
    }

    // Sessions last as long as the handler that keeps them: so it stays, and renews its connections instead of itself.
    [UnsupportedOSPlatform("browser")]
    private static IHttpClientBuilder AddCookies(this IHttpClientBuilder builder) =>
        builder
            .UseSocketsHttpHandler((handler, provider) =>
            {
                handler.UseCookies = provider.GetRequiredService<IOptions<UnleashPatClientOptions>>().Value.KeepsSession;
                handler.PooledConnectionLifetime = ConnectionLifetime;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    // Without the slash at its end, the last part of the path would be replaced, not added to.
    private static Uri Folder(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
}
