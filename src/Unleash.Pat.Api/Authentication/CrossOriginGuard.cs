using Microsoft.AspNetCore.Authorization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Refuses a state-changing request by cookie that another origin has sent (docs/api.md, section 3).</summary>
/// <remarks>
/// Threat: any page that a signed-in person opens can make the browser send requests here, with the cookie (OWASP,
/// Cross-Site Request Forgery). Browsers say where a request comes from, and pages cannot change what they say; what
/// says nothing is no browser. Signing in and out count whether a cookie came along or not: a browser keeps the session's
/// back from another site's POST, and would still do what the answer says, which is to forget all cookies of the host, or
/// to be signed in as somebody else.
/// </remarks>
internal static class CrossOriginGuard
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsSafe(context.Request.Method)
            && (context.User.Identity is CallerIdentity { SessionId: not null } || IsForSigningInOrOut(context))
            && ComesFromElsewhere(context.Request))
        {
            throw new NoAccessException(
                "The request was refused because it comes from another origin than this service's own, "
                + $"{JsonText.Shorten(OwnOrigin(context.Request))}.");
        }

        await next(context);
    }

    private static bool IsForSigningInOrOut(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && !IsOwn(origin, request));
    }

    // By Uri, so that a port that goes without saying is the same as one that is said.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate(OwnOrigin(request), UriKind.Absolute, out var ours)
        && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string OwnOrigin(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
