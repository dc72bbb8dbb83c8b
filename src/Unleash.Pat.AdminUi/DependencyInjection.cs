using MudBlazor.Services;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi;

internal static class DependencyInjection
{
    public static IServiceCollection AddAdminUi(this IServiceCollection services, Uri baseAddress)
    {
        services.AddMudServices(configuration =>
        {
            configuration.SnackbarConfiguration.PreventDuplicates = false;

            // While it fades, the text has too little contrast.
            configuration.SnackbarConfiguration.ShowTransitionDuration = configuration.SnackbarConfiguration.HideTransitionDuration = 0;
        });
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Ticker>();
        services.AddScoped<BrowserInterop>();
        services.AddScoped<PendingForms>();
        services.AddScoped<PendingChanges>();
        services.AddScoped<RefreshSignal>();
        services.AddScoped<Deletion>();
        services.AddScoped<SessionState>();
        services.AddScoped<SignInAgain>();
        services.AddScoped<AccountWatcher>();
        services.AddScoped<ThemeState>();

        // Not with IHttpClientFactory, because the browser would have to download its resilience packages.
        services.AddScoped<IUnleashPatClient>(provider => new UnleashPatClient(
            new HttpClient(new SignInAgainHandler(provider) { InnerHandler = new HttpClientHandler() }) { BaseAddress = baseAddress }));
        services.AddScoped<OwnTokens>();
        return services;
    }
}
