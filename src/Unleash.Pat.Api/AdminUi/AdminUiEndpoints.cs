using System.Net.Mime;
using Microsoft.AspNetCore.StaticAssets;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Serves the admin UI: its files, and its start page at every address that a person can be at.</summary>
internal static class AdminUiEndpoints
{
    // Every other address is none of the UI's, and unknown ones are refused as the contract's section 4 has it.
    private static readonly string[] Pages = ["/", "/index.html", "/login", "/profile/{**page}", "/admin/{**page}"];

    // One of the files is the start page as it was built, without its policy.
    private const int BeforeFiles = int.MinValue;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static WebApplication MapAdminUi(this WebApplication app)
    {
        app.MapAdminUiFiles().AllowAnonymous();
        foreach (var page in Pages)
        {
            app.MapMethods(page, Reading, WriteStartPage).AllowAnonymous().ExcludeFromDescription().WithOrder(BeforeFiles);
        }

        return app;
    }

    /// <summary>Whether what answers is one of the UI's files, which say themselves how long they may be kept.</summary>
    /// <param name="context">The request.</param>
    /// <returns><see langword="true"/> for a file.</returns>
    public static bool IsFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static IResult WriteStartPage(HttpContext context, StartPage page)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = page.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Results.Text(page.Html(context.Request.PathBase), $"{MediaTypeNames.Text.Html}; charset=utf-8");
    }
}
