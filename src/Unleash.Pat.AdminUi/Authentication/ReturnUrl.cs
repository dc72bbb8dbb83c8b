using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>The page to return to after signing in, kept in the sign-in page's address, which checks it (wwwroot/js/sign-in.js).</summary>
internal static class ReturnUrl
{
    /// <summary>The sign-in page after the user has ended the session.</summary>
    public const string SignedOut = "signed-out";

    public static string SignInUrl(NavigationManager navigation) =>
        navigation.ToBaseRelativePath(navigation.Uri) is { Length: > 0 } path && !path.StartsWith("login", StringComparison.Ordinal)
            ? $"login?redirect={Uri.EscapeDataString(path)}"
            : "login";
}
