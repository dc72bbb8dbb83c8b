using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>The page that was asked for before the sign-in, kept in the sign-in page's address.</summary>
internal static class ReturnAddress
{
    public static string SignInFrom(NavigationManager navigation) =>
        navigation.ToBaseRelativePath(navigation.Uri) is { Length: > 0 } asked && !asked.StartsWith("login", StringComparison.Ordinal)
            ? $"login?redirect={Uri.EscapeDataString(asked)}"
            : "login";

    /// <summary>Where to go after the sign-in.</summary>
    /// <remarks>
    /// Threat: a link to the sign-in page whose <c>redirect</c> leads a person who has just signed in to a page that only
    /// looks like this one (OWASP, unvalidated redirects). Whatever leaves the service's own address is dropped.
    /// </remarks>
    public static string Of(string? redirect, string baseUri)
    {
        var own = new Uri(baseUri);
        return redirect is { Length: > 0 }
            && !LooksLikeAnotherHost(redirect)
            && Uri.TryCreate(own, redirect, out var target)
            && target.AbsoluteUri.StartsWith(own.AbsoluteUri, StringComparison.Ordinal)
                ? target.AbsoluteUri
                : own.AbsoluteUri;
    }

    // Browsers take a backslash for a slash, and two of them for the beginning of a host.
    private static bool LooksLikeAnotherHost(string redirect) =>
        redirect.Replace('\\', '/').StartsWith("//", StringComparison.Ordinal);
}
