using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Serves the admin UI: its files, and its start page at every address that a person can be at.</summary>
internal static class AdminUiEndpoints
{
    // Every other address is none of the UI's; NotFoundPage says who is told so by a page.
    internal static readonly string[] Pages =
    [
        "/", "/login", "/profile", "/profile/personal-api-tokens", "/admin/users", "/admin/users/{Id:long}",
        "/admin/service-accounts", "/admin/service-accounts/{Id:long}", "/admin/events",
    ];

    // One of the files is the start page as it was built, without its policy.
    private const int BeforeFiles = int.MinValue;

    public static WebApplication MapAdminUi(this WebApplication app)
    {
        app.MapAdminUiFiles().AllowAnonymous();
        foreach (var page in Pages.Append($"/{StartPage.FileName}"))
        {
            app.MapGet(page, (HttpContext context, StartPage start) => start.WriteAsync(context))
                .WithReading().AllowAnonymous().ExcludeFromDescription().WithOrder(BeforeFiles);
        }

        return app;
    }

    /// <summary>Whether what answers is one of the UI's files, which say themselves how long they may be kept.</summary>
    /// <param name="context">The request.</param>
    /// <returns><see langword="true"/> for a file.</returns>
    public static bool IsFile(HttpContext context) => FileOf(context) is not null;

    /// <summary>Tells a HEAD how long a file is, which the framework leaves out.</summary>
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
