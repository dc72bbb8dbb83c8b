using System.Text;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>What a browser may do on the page that shows the description of the API.</summary>
/// <remarks>Threat: a script that gets onto the page acts with the session of the person who looks at it.</remarks>
internal static class ApiPagePolicy
{
    /// <summary>Names the scripts that are written into the page, which its own generator does not.</summary>
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

        // Swagger UI sets styles by elements and attributes, and has its pictures written into them.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
}
