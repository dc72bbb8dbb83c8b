using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Instance;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Tells a person in a browser that there is no such page, and everything else in the form of every error.</summary>
internal static class NotFoundPage
{
    // Addresses of programs, which are told in JSON whatever they accept.
    private static readonly PathString[] OfPrograms =
        ["/api", "/auth", "/oauth2", "/.well-known", "/docs", HealthEndpoints.Health, HealthEndpoints.Ready];

    public static bool Answers(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound
        && AcceptedMedia.IsPageWanted(context.Request)
        && !OfPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    // The UI's own router finds no page at the address, and says so.
    public static Task WriteAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<StartPage>().WriteAsync(context, StatusCodes.Status404NotFound);
}
