using System.Net.Mime;
using AutoMapper;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Api.Events;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Http.Addresses;
using Unleash.Pat.Api.Instance;
using Unleash.Pat.Api.Inventory;
using Unleash.Pat.Api.OAuth;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Policy;
using Unleash.Pat.Api.ServiceAccounts;
using Unleash.Pat.Api.Sessions;
using Unleash.Pat.Api.Shell;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api;

internal static class DependencyInjection
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ICurrentUser, HttpCurrentUser>();
        services.AddSingleton<IClientInfo, HttpClientInfo>();
        services.AddSingleton<ErrorWriter>();
        services.AddExceptionHandler<ErrorHandler>();
        services.AddMapping(configuration);
        var address = PublicAddress.Read(configuration);
        var session = SessionSettings.Read(configuration, address);
        services.AddSingleton(address);
        services.AddSingleton(session);
        services.AddApiDescription(session.CookieName);
        services.AddSingleton<AdminUiFiles>();
        services.AddSingleton<HtmlPages>();
        services.AddTrustedProxies(configuration).AddHealth().AddEmptyAnswers().AddEncodings();
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        AddressRateLimit.AddTo(services, configuration);
        return services.AddUnleashAuthentication(configuration).AddOAuth().AddWireControllers();
    }

    // One mapper and one of each resolver: AutoMapper would make one for each request, and a resolver for each item.
    private static void AddMapping(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAutoMapper(options =>
        {
            options.LicenseKey = configuration["AutoMapper:LicenseKey"];
            options.AddProfile<EventProfile>();
            options.AddProfile<InstanceProfile>();
            options.AddProfile<InventoryProfile>();
            options.AddProfile<PolicyProfile>();
            options.AddProfile<ServiceAccountProfile>();
            options.AddProfile<SessionProfile>();
            options.AddProfile<TokenProfile>();
            options.AddProfile<UserProfile>();
        });
        services.AddSingleton<IMapper>(provider => new Mapper(
            provider.GetRequiredService<AutoMapper.IConfigurationProvider>(), provider.GetService));
        services.AddSingleton<ExpiryWarningResolver>();
        services.AddSingleton<PreviousSecretResolver>();
    }

    private static IServiceCollection AddUnleashAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        var (demo, provider) = (DemoSignIn.Read(configuration), ProviderSettings.Read(configuration));
        services.AddSingleton(demo);
        services.AddSingleton(provider);
        services.AddSingleton(PasswordSignIn.Read(configuration, provider.IsEnabled, demo));
        services.AddSingleton<MatcherPolicy, OptionalRouteAttribute.Policy>();
        services.AddSingleton<ProviderSignOutCookies>();
        services.AddSingleton(services => new SessionEnd(
            services.GetRequiredService<SessionCookie>(),
            services.GetRequiredService<ProviderSignOutCookies>(),
            services.GetRequiredService<SessionSettings>()));
        if (provider.IsEnabled)
        {
            ProviderSignIn.AddTo(services);
        }

        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SentSessions>();
        services.AddSingleton<IPolicyEvaluator, CallerPolicyEvaluator>().AddAuthorization();
        services.AddAuthentication(UnleashSchemes.Any)
            .AddScheme<AuthenticationSchemeOptions, UnleashAuthenticationHandler>(
                UnleashSchemes.Any, options => options.ForwardDefaultSelector = UnleashSchemes.Select);
        return services;
    }

    public static IServiceCollection AddWireControllers(this IServiceCollection services)
    {
        services.AddControllers(ConfigureFormats)
            .ConfigureApplicationPartManager(manager =>
            {
                manager.FeatureProviders.Remove(manager.FeatureProviders.OfType<ControllerFeatureProvider>().Single());
                manager.FeatureProviders.Add(new ControllerList());
            })
            .AddJsonOptions(options => WireJson.Configure(options.JsonSerializerOptions));
        services.Configure<ApiBehaviorOptions>(options =>
        {
            // Every fault is an exception, so that one handler writes them all.
            options.SuppressModelStateInvalidFilter = true;
            options.SuppressMapClientErrors = true;
        });
        return services;
    }

    private static void ConfigureFormats(MvcOptions options)
    {
        options.Filters.Add(new PermissionFilter());
        options.InputFormatters.Clear();
        options.InputFormatters.Add(new FormBodyInputFormatter());
        options.InputFormatters.Add(new JsonBodyInputFormatter());
        options.OutputFormatters.RemoveType<StringOutputFormatter>();

        // Answers are application/json, whatever other JSON types a client accepts.
        var json = options.OutputFormatters.OfType<SystemTextJsonOutputFormatter>().Single().SupportedMediaTypes;
        json.Clear();
        json.Add(MediaTypeNames.Application.Json);

        // Without those that read forms: a broken form would fail before the 415 that forms get.
        options.ValueProviderFactories.Clear();
        options.ValueProviderFactories.Add(new RouteValueProviderFactory());
        options.ValueProviderFactories.Add(new QueryStringValueProviderFactory());
    }
}
