using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore;
using Unleash.Pat.AspNetCore.Authorization;
using Unleash.Pat.AspNetCore.Handling;
using Unleash.Pat.AspNetCore.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Accepts the personal access tokens of Unleash.Pat.</summary>
public static class UnleashPatExtensions
{
    /// <summary>Adds the scheme, with the settings of the configuration's section <c>Authentication:Schemes:UnleashPat</c>.</summary>
    /// <param name="builder">The authentication.</param>
    /// <returns>The authentication.</returns>
    public static AuthenticationBuilder AddUnleashPat(this AuthenticationBuilder builder) =>
        builder.AddUnleashPat(UnleashPatDefaults.AuthenticationScheme, _ => { });

    /// <summary>Adds the scheme under a name, with the settings of <c>Authentication:Schemes:&lt;name&gt;</c>.</summary>
    /// <param name="builder">The authentication.</param>
    /// <param name="authenticationScheme">The name.</param>
    /// <returns>The authentication.</returns>
    public static AuthenticationBuilder AddUnleashPat(this AuthenticationBuilder builder, string authenticationScheme) =>
        builder.AddUnleashPat(authenticationScheme, _ => { });

    /// <summary>Adds the scheme.</summary>
    /// <param name="builder">The authentication.</param>
    /// <param name="configureOptions">Sets what the section <c>Authentication:Schemes:UnleashPat</c> does not, or otherwise.</param>
    /// <returns>The authentication.</returns>
    public static AuthenticationBuilder AddUnleashPat(
        this AuthenticationBuilder builder, Action<UnleashPatOptions> configureOptions) =>
        builder.AddUnleashPat(UnleashPatDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds the scheme under a name, for services that accept the tokens of several instances.</summary>
    /// <param name="builder">The authentication.</param>
    /// <param name="authenticationScheme">The name.</param>
    /// <param name="configureOptions">Sets what the section <c>Authentication:Schemes:&lt;name&gt;</c> does not, or otherwise.</param>
    /// <returns>The authentication.</returns>
    public static AuthenticationBuilder AddUnleashPat(
        this AuthenticationBuilder builder, string authenticationScheme, Action<UnleashPatOptions> configureOptions) =>
        builder.AddUnleashPat(authenticationScheme, displayName: null, configureOptions);

    /// <summary>Adds the scheme under a name.</summary>
    /// <param name="builder">The authentication.</param>
    /// <param name="authenticationScheme">The name.</param>
    /// <param name="displayName">The name that people see.</param>
    /// <param name="configureOptions">Sets what the section <c>Authentication:Schemes:&lt;name&gt;</c> does not, or otherwise.</param>
    /// <returns>The authentication.</returns>
    public static AuthenticationBuilder AddUnleashPat(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<UnleashPatOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(authenticationScheme);
        ArgumentNullException.ThrowIfNull(configureOptions);

        var services = builder.Services;
        services.AddMetrics();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<UnleashPatOptions>, ConfigureFromScheme>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UnleashPatOptions>, OptionsValidation>());
        services.AddOptions<UnleashPatOptions>(authenticationScheme).ValidateOnStart();
        services.Configure<PatSchemes>(schemes => schemes.Names.Add(authenticationScheme));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, PatScopeHandler>());
        services.AddVerifier(authenticationScheme);
        return builder.AddScheme<UnleashPatOptions, UnleashPatHandler>(authenticationScheme, displayName, configureOptions);
    }

    private static void AddVerifier(this IServiceCollection services, string scheme)
    {
        services.AddKeyedSingleton(scheme, (provider, _) => new Parts(provider, scheme));
        services.AddKeyedSingleton(scheme, (provider, _) => provider.GetRequiredKeyedService<Parts>(scheme).Verifier);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<UnleashPatVerifier>(scheme));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<Parts>(scheme).Feed);
    }
}
