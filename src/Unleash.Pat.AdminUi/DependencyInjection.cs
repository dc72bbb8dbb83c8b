using MudBlazor.Services;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi;

/// <summary>Registers what the pages take.</summary>
internal static class DependencyInjection
{
    public static IServiceCollection AddAdminUi(this IServiceCollection services, Uri baseAddress)
    {
        services.AddMudServices(configuration =>
        {
            configuration.SnackbarConfiguration.PreventDuplicates = false;

            // Half transparent, its words have too little contrast.
            configuration.SnackbarConfiguration.ShowTransitionDuration = configuration.SnackbarConfiguration.HideTransitionDuration = 0;
        });
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Ticker>();
        services.AddScoped<BrowserScript>();
        services.AddScoped<PendingForms>();
        services.AddScoped<PendingChanges>();
        services.AddScoped<Staleness>();
        services.AddScoped<RowDeletion>();
        services.AddScoped<SessionState>();
        services.AddScoped<SignInAgain>();
        services.AddScoped<AccountWatch>();
        services.AddScoped<ThemeState>();

        // Without the container's HttpClient factory, whose resilience the browser would have to load.
        services.AddScoped<IUnleashPatClient>(provider => new UnleashPatClient(
            new HttpClient(new SignInAgainHandler(provider) { InnerHandler = new HttpClientHandler() }) { BaseAddress = baseAddress }));
        services.AddScoped<OwnTokens>();
        return services;
    }
}
