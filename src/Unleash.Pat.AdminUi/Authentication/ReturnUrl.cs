using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>The page to return to after signing in, kept in the sign-in page's address.</summary>
internal static class ReturnUrl
{
    public static string SignInUrl(NavigationManager navigation) =>
        navigation.ToBaseRelativePath(navigation.Uri) is { Length: > 0 } path && !path.StartsWith("login", StringComparison.Ordinal)
            ? $"login?redirect={Uri.EscapeDataString(path)}"
            : "login";

    /// <summary>Where to go after signing in.</summary>
    /// <remarks>
    /// Threat: a link to the sign-in page whose <c>redirect</c> leads a person who has just signed in to a page that only
    /// looks like this one (OWASP, unvalidated redirects). Addresses outside the service are ignored.
    /// </remarks>
    public static string Resolve(string? redirect, string baseUri)
    {
        var start = new Uri(baseUri);
        return redirect is { Length: > 0 }
            && !NamesHost(redirect)
            && Uri.TryCreate(start, redirect, out var target)
            && target.AbsoluteUri.StartsWith(start.AbsoluteUri, StringComparison.Ordinal)
                ? target.AbsoluteUri
                : start.AbsoluteUri;
    }

    // Browsers read a backslash as a slash, and two slashes as the start of a host name.
    private static bool NamesHost(string redirect) =>
        redirect.Replace('\\', '/').StartsWith("//", StringComparison.Ordinal);
}
