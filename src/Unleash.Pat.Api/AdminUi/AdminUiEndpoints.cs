using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Serves the admin UI's pages: its start page at the address of each of them.</summary>
internal static class AdminUiEndpoints
{
    private const string Login = "/login";

    private const string SignedOut = ProviderSignOutCookies.SignedOutPath;

    private static readonly string[] ToSignIn = [Login, SignedOut];

    private static readonly string[] ForEverybody = ["/new-user", "/reset-password"];

    private static readonly string[] ForAccounts =
    [
        "/", "/profile", "/profile/personal-api-tokens", "/about", "/admin/users", "/admin/users/{Id:long}",
        "/admin/service-accounts", "/admin/service-accounts/{Id:long}", "/admin/tokens", "/admin/api-tokens", "/admin/events",
    ];

    // All other addresses are unknown; see NotFoundPage.
    internal static readonly string[] Pages = [.. ToSignIn, .. ForEverybody, .. ForAccounts];

    public static WebApplication MapAdminUi(this WebApplication app)
    {
        MapPages(app, [.. ToSignIn, $"/{HtmlPages.SignInFile}"], WriteSignIn);
        MapPages(app, [.. ForEverybody, $"/{HtmlPages.StartFile}"], static context => PagesOf(context).Start.WriteAsync(context));
        MapPages(app, ForAccounts, WriteForAccount);
        return app;
    }

    /// <summary>Whether one of the UI's files answers, which have their own <c>cache-control</c>.</summary>
    public static bool IsFile(HttpContext context) => FileOf(context) is not null;

    /// <summary>Whether it is a font, which has its version in its name and can be kept; style sheets cannot name fingerprints.</summary>
    public static bool IsFont(HttpContext context) => context.Request.Path.StartsWithSegments("/fonts") && context.Response.StatusCode == StatusCodes.Status200OK;

    /// <summary>Adds the length of a file to the answer to HEAD, which the framework leaves out.</summary>
    public static void CompleteHead(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method)
            && context.Response is { StatusCode: StatusCodes.Status200OK, ContentLength: null }
            && FileOf(context) is { } file)
        {
            context.Response.ContentLength = AdminUiFiles.LengthOf(file);
        }
    }

    private static void MapPages(WebApplication app, IEnumerable<string> addresses, RequestDelegate write)
    {
        foreach (var address in addresses)
        {
            app.MapGet(address, write).WithReading().AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static HtmlPages PagesOf(HttpContext context) => context.RequestServices.GetRequiredService<HtmlPages>();

    // Only to the page for signing in: who has signed out wants to see that.
    private static async Task WriteSignIn(HttpContext context)
    {
        if (await ContinuesAtProviderAsync(context))
        {
            return;
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated is true && context.Request.Path == Login;
        await (isSignedIn ? PagesOf(context).SignedIn : PagesOf(context).SignIn).WriteAsync(context);
    }

    // Only a person's browser: the UI's script, which has signed out, follows the redirect to this page too.
    private static Task<bool> ContinuesAtProviderAsync(HttpContext context) =>
        context.Request.Path == SignedOut
        && context.RequestServices.GetRequiredService<ProviderSettings>().IsEnabled
        && AcceptedMedia.IsPageWanted(context.Request)
            ? ProviderSignIn.SignOutAsync(context)
            : Task.FromResult(false);

    // A browser without a session would load the whole UI to be sent to the sign-in page by it.
    private static Task WriteForAccount(HttpContext context)
    {
        // Who may be signed in is not sent to sign in.
        if (context.User.Identity?.IsAuthenticated is true
            || context.Features.Get<UnknownCaller>() is not null
            || !AcceptedMedia.IsPageWanted(context.Request))
        {
            return PagesOf(context).Start.WriteAsync(context);
        }

        var (request, page) = (context.Request, $"{context.Request.Path.ToUriComponent().TrimStart('/')}{context.Request.QueryString}");
        context.Response.Redirect($"{request.PathBase.ToUriComponent()}/login{(page.Length == 0 ? "" : $"?redirect={Uri.EscapeDataString(page)}")}");
        return Task.CompletedTask;
    }

    private static StaticAssetDescriptor? FileOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>();
}
