namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>The page of this service that a person goes to after signing in.</summary>
internal static class ReturnPath
{
    // Any host: only whether an address leads away from it counts.
    private static readonly Uri Here = new("http://here.invalid");

    // Not pages: addresses for programs, and those that would sign in or out again.
    private static readonly PathString[] NotPages = ["/login", "/signed-out", "/sign-in.html", "/logout", "/auth", "/api"];

    // What proxies and browsers read as a slash or a backslash.
    private static readonly string[] Disguised = ["//", "\\", "%2f", "%5c"];

    /// <summary>The path as it is sent, or the start page's where it is no page of this service.</summary>
    /// <remarks>
    /// Threat: a link to the sign-in whose <c>returnUrl</c> leads a person who has just signed in to a page that only looks like
    /// one of this service (OWASP, unvalidated redirects). The address is compared after it is resolved as browsers do it.
    /// </remarks>
    public static string Of(PathString basePath, string? sent)
    {
        var start = basePath.ToUriComponent() + "/";
        if (sent is not ['/', ..]
            || sent.Any(char.IsControl)
            || !Uri.TryCreate(Here, sent, out var address)
            || !address.GetLeftPart(UriPartial.Authority).Equals(Here.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            || IsDisguised(sent) || IsDisguised(address.PathAndQuery))
        {
            return start;
        }

        return PathString.FromUriComponent(address.AbsolutePath).StartsWithSegments(basePath, StringComparison.Ordinal, out var page)
            && !NotPages.Any(path => page.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
                ? address.PathAndQuery + address.Fragment
                : start;
    }

    // Only of the path: a query may hold an address.
    private static bool IsDisguised(string address) =>
        Disguised.Any(mark => address.Split('?', '#')[0].Contains(mark, StringComparison.OrdinalIgnoreCase));
}
