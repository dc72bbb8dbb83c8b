using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Instance;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Shows a person in a browser that there is no such page; programs get the error form.</summary>
internal static class NotFoundPage
{
    // Addresses for programs, which get JSON whatever they accept.
    private static readonly PathString[] ForPrograms =
        ["/api", "/auth", "/oauth2", "/.well-known", "/docs", HealthEndpoints.Health, HealthEndpoints.Ready];

    public static bool Answers(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound
        && AcceptedMedia.IsPageWanted(context.Request)
        && !ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    // The UI's router shows that there is no page at the address.
    public static Task WriteAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<HtmlPages>().Start.WriteAsync(context, StatusCodes.Status404NotFound);
}
