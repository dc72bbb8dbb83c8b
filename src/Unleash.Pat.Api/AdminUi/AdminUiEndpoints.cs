using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Serves the admin UI: its files, and its start page at the address of each page.</summary>
internal static class AdminUiEndpoints
{
    // All other addresses are unknown; see NotFoundPage.
    internal static readonly string[] Pages =
    [
        "/", "/login", "/signed-out", "/new-user", "/reset-password", "/profile", "/profile/personal-api-tokens", "/admin/users", "/admin/users/{Id:long}",
        "/admin/service-accounts", "/admin/service-accounts/{Id:long}", "/admin/tokens", "/admin/api-tokens", "/admin/events", "/about",
    ];

    // Before the files, one of which is the start page as it was built, without its policy.
    private const int BeforeFiles = int.MinValue;

    public static WebApplication MapAdminUi(this WebApplication app)
    {
        app.MapAdminUiFiles().AllowAnonymous();
        foreach (var page in Pages.Append($"/{StartPage.FileName}"))
        {
            app.MapGet(page, context => context.RequestServices.GetRequiredService<StartPage>().WriteAsync(context))
                .WithReading().AllowAnonymous().ExcludeFromDescription().WithOrder(BeforeFiles);
        }

        return app;
    }

    /// <summary>Whether one of the UI's files answers, which have their own <c>cache-control</c>.</summary>
    public static bool IsFile(HttpContext context) => FileOf(context) is not null;

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

    private static StaticAssetDescriptor? FileOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>();
}
