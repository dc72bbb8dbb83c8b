using Microsoft.AspNetCore.HttpOverrides;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>Refuses an invalid <c>host</c> (RFC 9110, 7.2: 400), which makes the framework throw wherever it is read.</summary>
internal static class HostNames
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers.TryGetValue(ForwardedHeadersDefaults.XForwardedHostHeaderName, out var forwarded)
            && !forwarded.ToString().Split(',', StringSplitOptions.TrimEntries).All(IsHost))
        {
            headers.Remove(ForwardedHeadersDefaults.XForwardedHostHeaderName);
        }

        if (IsHost(headers.Host.ToString()))
        {
            return next(context);
        }

        headers.Host = "";
        throw new RefusedException(Errors.NoHost);
    }

    private static bool IsHost(string text)
    {
        try
        {
            _ = HostString.FromUriComponent(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
