using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Signing in by an OpenID Connect provider, at two addresses.</summary>
/// <remarks>
/// The framework's handler is no scheme of the pipeline, which would make one for each request to ask whether it is for it; its
/// assemblies are loaded only where a provider is set.
/// </remarks>
internal static class ProviderSignIn
{
    private const string LoginPath = "/auth/oidc/login";
    private const string CallbackPath = "/auth/oidc/callback";

    // Signatures by a key of the provider's own (RFC 7518). Threat: "none", or a signature by what others know too.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly AuthenticationScheme Scheme = new(
        OpenIdConnectDefaults.AuthenticationScheme, displayName: null, typeof(OpenIdConnectHandler));

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ProviderFailures>();
        services.AddSingleton<ProviderSignInEvents>();
        services.AddSingleton<ProviderSignOut>();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddOptions<OpenIdConnectOptions>(Scheme.Name)
            .Configure<ProviderSettings, ProviderSignInEvents, SessionSettings, TimeProvider>(Configure);
    }

    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<ProviderSettings>() is { Roles.Count: 0, DefaultRole: null })
        {
            app.Logger.NobodyHasARole();
        }

        foreach (var (path, answer) in new (string, RequestDelegate)[] { (LoginPath, BeginAsync), (CallbackPath, CompleteAsync) })
        {
            app.MapGet(path, answer)
                .WithMetadata(new AuthenticatesByAttribute(UnleashSchemes.None), new BeyondLimit(TellTooMany))
                .RequireRateLimiting(AddressRateLimit.ProviderSignIn)
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }

    /// <summary>Continues signing out at the provider, where the session came from there.</summary>
    /// <returns>Whether the browser was redirected.</returns>
    public static Task<bool> SignOutAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<ProviderSignOut>().RedirectAsync(context);

    // Not recorded, or the limit would not protect the event log.
    private static void TellTooMany(HttpContext context) => ProviderFailures.Redirect(context, ProviderSignInFailure.TooMany);

    private static void Configure(
        OpenIdConnectOptions options, ProviderSettings settings, ProviderSignInEvents events, SessionSettings session, TimeProvider time)
    {
        options.TimeProvider = time;
        options.Authority = settings.Authority!.AbsoluteUri.TrimEnd('/');
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = CallbackPath;
        options.Events = events.ForHandler();

        // By the address, and not by a form of the provider's page: browsers then send the cookies of the sign-in also where
        // they are Lax.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
        {
            options.Scope.Add(scope);
        }

        // Claims under their own names, all of them; some providers tell no more than the id in the ID token.
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.GetClaimsFromUserInfoEndpoint = true;
        options.SaveTokens = true;
        options.DisableTelemetry = true;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.BackchannelTimeout = ProviderDeadline.OneAnswer;

        // Threat: a redirect of the provider would send the client's secret, and a person's code, to another address.
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        Protect(options.CorrelationCookie, session);
        Protect(options.NonceCookie, session);
    }

    private static void Protect(CookieBuilder cookie, SessionSettings session)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = session.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static Task BeginAsync(HttpContext context) => RunAsync(context, handler => handler.ChallengeAsync(new AuthenticationProperties
    {
        RedirectUri = ReturnPath.Of(context.Request.PathBase, context.Request.Query["returnUrl"]),
    }));

    private static Task CompleteAsync(HttpContext context) => RunAsync(context, handler => handler.HandleRequestAsync());

    private static async Task RunAsync(HttpContext context, Func<OpenIdConnectHandler, Task> work)
    {
        Exception? unavailable = null;
        await ProviderDeadline.RunAsync(
            context,
            async _ =>
            {
                var handler = context.RequestServices.GetRequiredService<OpenIdConnectHandler>();
                await handler.InitializeAsync(Scheme, context);
                await work(handler);
                return true;
            },
            exception => unavailable = exception);
        if (unavailable is not null)
        {
            await context.RequestServices.GetRequiredService<ProviderFailures>()
                .TellAsync(context, ProviderSignInFailure.Unavailable, unavailable);
        }
    }
}
