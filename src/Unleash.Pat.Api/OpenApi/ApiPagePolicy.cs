using System.Text;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The Content-Security-Policy of the page that shows the description of the API.</summary>
/// <remarks>Threat: an injected script acts with the session of the user.</remarks>
internal static class ApiPagePolicy
{
    /// <summary>Adds the hashes of the page's inline scripts, for which its generator adds none.</summary>
    public static async Task AddAsync(HttpContext context, RequestDelegate next, PathString page)
    {
        if (!context.Request.Path.Equals(page, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        var body = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        response.Headers.ContentSecurityPolicy = Policy(Encoding.UTF8.GetString(written.ToArray()));
        response.ContentLength = written.Length;
        written.Position = 0;
        await written.CopyToAsync(body, context.RequestAborted);
    }

    private static string Policy(string html) => string.Join(
        "; ",
        "default-src 'none'",
        $"script-src 'self' {InlineScripts.Hashes(html)}",

        // Swagger UI uses inline styles, with images in them.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
}
