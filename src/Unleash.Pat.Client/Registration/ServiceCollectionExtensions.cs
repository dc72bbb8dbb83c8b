using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Client;

/// <summary>Registers the client.</summary>
public static class ServiceCollectionExtensions
{
    private const string HttpClientName = "Unleash.Pat.Client";
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds <see cref="IUnleashPatClient"/>, which repeats what failed for the moment where repeating is safe: every
    /// method but POST and PATCH, after the time that the service asks for.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the service's address and the credentials.</param>
    /// <returns>The registration, to change its handlers.</returns>
    /// <exception cref="InvalidOperationException">The container has a client without a name already.</exception>
    public static IHttpClientBuilder AddUnleashPatClient(this IServiceCollection services, Action<UnleashPatClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.Add(Options.DefaultName, options => options.Configure(configure));
    }

    /// <summary>Adds <see cref="IUnleashPatClient"/> with the settings of a section of the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">Has the properties of <see cref="UnleashPatClientOptions"/>, and nothing else.</param>
    /// <returns>The registration, to change its handlers.</returns>
    /// <exception cref="InvalidOperationException">The container has a client without a name already.</exception>
    public static IHttpClientBuilder AddUnleashPatClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.Add(Options.DefaultName, options => options.BindStrictly(section));
    }

    /// <summary>
    /// Adds a client under a name, for programs that speak with several services or as several accounts: take it with
    /// <c>[FromKeyedServices("name")] IUnleashPatClient</c>.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The key of the service, and the name of its <see cref="UnleashPatClientOptions"/>.</param>
    /// <param name="configure">Sets the service's address and the credentials.</param>
    /// <returns>The registration, to change its handlers.</returns>
    /// <exception cref="InvalidOperationException">The container has a client of this name already.</exception>
    public static IHttpClientBuilder AddUnleashPatClient(
        this IServiceCollection services, string name, Action<UnleashPatClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        return services.Add(name, options => options.Configure(configure));
    }

    /// <summary>Adds a client under a name, with the settings of a section of the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The key of the service, and the name of its <see cref="UnleashPatClientOptions"/>.</param>
    /// <param name="section">Has the properties of <see cref="UnleashPatClientOptions"/>, and nothing else.</param>
    /// <returns>The registration, to change its handlers.</returns>
    /// <exception cref="InvalidOperationException">The container has a client of this name already.</exception>
    public static IHttpClientBuilder AddUnleashPatClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(section);
        return services.Add(name, options => options.BindStrictly(section));
    }

    private static IHttpClientBuilder Add(
        this IServiceCollection services, string name, Action<OptionsBuilder<UnleashPatClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Claim(name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UnleashPatClientOptions>, OptionsValidation>());
        var options = services.AddOptions<UnleashPatClientOptions>(name);
        configure(options);
        options.ValidateOnStart();

        var httpName = name.Length == 0 ? HttpClientName : $"{HttpClientName}.{name}";
        var builder = services.AddHttpClient(httpName, (provider, client) => Configure(client, provider.OptionsOf(name)));
        if (name.Length == 0)
        {
            services.AddTransient<IUnleashPatClient>(provider => Create(provider, httpName));
        }
        else
        {
            services.AddKeyedTransient<IUnleashPatClient>(name, (provider, _) => Create(provider, httpName));
        }

        builder.AddStandardResilienceHandler(resilience =>
            resilience.Retry.DisableFor(HttpMethod.Post, HttpMethod.Patch, HttpMethod.Connect));
        builder.AddHttpMessageHandler(provider =>
            new TokenHandler(provider.GetRequiredService<IOptionsMonitor<UnleashPatClientOptions>>(), name));
        return OperatingSystem.IsBrowser() ? builder : builder.AddConnections(name);
    }

    // The settings of the second would change the first, wherever in the program that is used.
    private static void Claim(this IServiceCollection services, string name)
    {
        if (services.Any(service => service.ServiceType == typeof(Registration) && Equals(service.ServiceKey, name)))
        {
            throw new InvalidOperationException(name.Length == 0
                ? $"{nameof(AddUnleashPatClient)} has been called already. Give the second client a name: {nameof(AddUnleashPatClient)}(\"name\", …)."
                : $"{nameof(AddUnleashPatClient)} has been called already for the client \"{name}\". Give this one another name.");
        }

        services.AddKeyedSingleton<Registration>(name);
    }

    private static UnleashPatClient Create(IServiceProvider provider, string httpName) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpName), provider.GetService<TimeProvider>());

    private static void Configure(HttpClient client, UnleashPatClientOptions options)
    {
        client.BaseAddress = options.BaseAddress;
        if (!string.IsNullOrEmpty(options.UserAgent))
        {
            client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
        }
    }

    // Sessions last as long as the handler that keeps them: so it stays, and renews its connections instead of itself.
    // A redirect is not followed, because a POST would become a GET on the way, and lose its credentials.
    [UnsupportedOSPlatform("browser")]
    private static IHttpClientBuilder AddConnections(this IHttpClientBuilder builder, string name) =>
        builder
            .UseSocketsHttpHandler((handler, provider) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = provider.OptionsOf(name).KeepsSession;
                handler.PooledConnectionLifetime = ConnectionLifetime;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static void BindStrictly(this OptionsBuilder<UnleashPatClientOptions> options, IConfiguration section) =>
        options.Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);

    private static UnleashPatClientOptions OptionsOf(this IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<UnleashPatClientOptions>>().Get(name);

    private sealed class Registration;
}
