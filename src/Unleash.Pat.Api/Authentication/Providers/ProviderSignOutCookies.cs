using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Keeps what signing out at the provider needs, in cookies that browsers send to two addresses only.</summary>
/// <remarks>
/// The first cookie comes with the session and is read by <c>/logout</c>, the second one comes from there and is read by
/// <c>/signed-out</c>. Threats: the ID token in them names the person (HttpOnly, and encrypted); and a session that began in
/// another way would end a provider's (the first cookie counts only for the session that it came with).
/// </remarks>
internal sealed class ProviderSignOutCookies(IDataProtectionProvider protection, SessionSettings session)
{
    public const string SignedOutPath = "/signed-out";

    private const string Name = "unleash-provider";
    private const string SignOutPath = "/logout";

    // Browsers keep no cookie of more than 4,096 bytes with its name and attributes.
    private const int MaxLength = 3800;

    private static readonly TimeSpan UntilSignedOut = TimeSpan.FromMinutes(2);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("Unleash.Pat.ProviderSignOut.v1").ToTimeLimitedDataProtector();

    /// <summary>Keeps the ID token for the end of a session that begins.</summary>
    public void Keep(HttpContext context, SessionKey key, string? idToken)
    {
        var mark = MarkOf(key);
        var value = Protect($"{mark} {idToken}", SessionPolicy.Lifetime);

        // A provider asks the person to confirm where it gets no ID token.
        value = value.Length <= MaxLength ? value : Protect($"{mark} ", SessionPolicy.Lifetime);
        var options = Options(context, SignOutPath);
        options.MaxAge = SessionPolicy.Lifetime;
        context.Response.Cookies.Append(Name, value, options);
    }

    /// <summary>Has the page that says so continue at the provider, where one of the sessions came from there.</summary>
    /// <returns>Whether one did.</returns>
    public bool Continue(HttpContext context, IReadOnlyCollection<SessionKey> ended)
    {
        if (Read(context.Request) is not { } value)
        {
            return false;
        }

        context.Response.Cookies.Delete(Name, Options(context, SignOutPath));
        var (mark, idToken) = (value[..value.IndexOf(' ', StringComparison.Ordinal)], value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (!ended.Any(key => MarkOf(key) == mark))
        {
            return false;
        }

        var options = Options(context, SignedOutPath);
        options.MaxAge = UntilSignedOut;
        context.Response.Cookies.Append(Name, Protect($" {idToken}", UntilSignedOut), options);
        return true;
    }

    /// <summary>The ID token of a session that has ended, once.</summary>
    /// <returns><see langword="null"/> where no such session has ended; empty where its token is too long.</returns>
    public string? Take(HttpContext context)
    {
        if (Read(context.Request) is not { } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(context, SignedOutPath));
        return value.StartsWith(' ') ? value[1..] : null;
    }

    private static string MarkOf(SessionKey key) => Convert.ToHexString(key.Hash());

    private string Protect(string text, TimeSpan lifetime) => _protector.Protect(text, lifetime);

    private string? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[Name] is { Length: > 0 } value && _protector.Unprotect(value) is var text && text.Contains(' ', StringComparison.Ordinal)
                ? text
                : null;
        }
        catch (CryptographicException)
        {
            // Another program's, or out of date.
            return null;
        }
    }

    private CookieOptions Options(HttpContext context, string path) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || session.IsSecure,
        Path = context.Request.PathBase.Add(path).ToUriComponent(),
    };
}
