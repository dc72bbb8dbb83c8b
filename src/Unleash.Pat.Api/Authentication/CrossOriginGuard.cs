using Microsoft.AspNetCore.Authorization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Refuses a state-changing request by cookie that another origin has sent (docs/api.md, section 3).</summary>
/// <remarks>
/// Threat: a page of another site can make a signed-in user's browser send requests here, with the cookie (OWASP, Cross-Site
/// Request Forgery). Browsers state where a request comes from, in headers that pages cannot change; a request without them
/// is not a browser's. Signing in and out are checked with or without a cookie: a browser withholds the session's from
/// another site's POST, but still does what the answer says, which is to delete all cookies of the host, or to become signed
/// in to another account.
/// </remarks>
internal static class CrossOriginGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsSafe(context.Request.Method)
            && (context.User.Identity is CallerIdentity { SessionId: not null } || IsForSigningInOrOut(context))
            && ComesFromElsewhere(context.Request))
        {
            throw new RefusedException(Errors.ForeignOrigin(JsonText.Shorten(OwnOrigin(context.Request))));
        }

        return next(context);
    }

    private static bool IsForSigningInOrOut(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        && AuthenticatesByAttribute.SchemeOf(context) is null;

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && !IsOwn(origin, request));
    }

    // By Uri, so that an implied port equals a stated one.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate(OwnOrigin(request), UriKind.Absolute, out var ours)
        && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string OwnOrigin(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
