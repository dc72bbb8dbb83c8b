using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The session's cookie (docs/api.md, section 3).</summary>
/// <remarks>
/// Threats: a script of the page must not read it (HttpOnly), another site must not use it (SameSite, and
/// <c>CrossOriginGuard</c>), and forged ones must not reach the database (their signature is checked first).
/// </remarks>
public sealed class SessionCookie(IDataProtectionProvider protection, SessionSettings session)
{
    /// <summary>The maximum of cookies that are tried for one request.</summary>
    /// <remarks>Threat: a request with hundreds of cookies would otherwise cause as many database reads.</remarks>
    internal const int MaxTried = 8;

    // How protected data begins: the bytes 09-F0-C9-F0 in base64url. Cookies of other programs under the same name are skipped
    // at no cost.
    private const string Mark = "CfDJ8";

    private readonly IDataProtector _protector = protection.CreateProtector("Unleash.Pat.Session.v1");

    /// <summary>The session keys of a request, in the order of its cookies.</summary>
    /// <remarks>
    /// From the header: the framework's collection keeps one cookie of a name, but a browser sends one for each path, and other
    /// programs on the host have their own.
    /// </remarks>
    /// <exception cref="ServiceUnavailableException">The protection's own keys cannot be read.</exception>
    public IEnumerable<SessionKey> Read(HttpRequest request)
    {
        return request.GetTypedHeaders().Cookie
            .Where(cookie => cookie.Name.Equals(session.CookieName, StringComparison.Ordinal))
            .Select(cookie => cookie.Value.ToString())
            .Where(value => value.StartsWith(Mark, StringComparison.Ordinal))
            .Distinct()
            .Take(MaxTried)
            .Select(Open)
            .OfType<SessionKey>();
    }

    /// <summary>
    /// Reads the keys that protect cookies, and creates them in a new database. A crowd of first sign-ins would otherwise
    /// block as many threads until one of them had done it.
    /// </summary>
    /// <exception cref="ServiceUnavailableException">The keys cannot be read or created.</exception>
    public void Prepare() => Protect("");

    /// <summary>Sets the cookie, or extends its lifetime.</summary>
    /// <exception cref="ServiceUnavailableException">The keys cannot be read or created.</exception>
    public void Write(HttpContext context, SessionKey key)
    {
        var options = Options(context);
        options.MaxAge = SessionPolicy.Lifetime;
        context.Response.Cookies.Append(session.CookieName, Protect(key.Reveal()), options);
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(session.CookieName, Options(context));

    private SessionKey? Open(string value)
    {
        try
        {
            return new SessionKey(_protector.Unprotect(value));
        }
        catch (CryptographicException exception)
        {
            return FindUnavailable(exception) is { } cause ? throw cause : null;
        }
    }

    private string Protect(string text)
    {
        try
        {
            return _protector.Protect(text);
        }
        catch (CryptographicException exception) when (FindUnavailable(exception) is { } cause)
        {
            throw cause;
        }
    }

    private static ServiceUnavailableException? FindUnavailable(Exception? exception) =>
        exception is null ? null : exception as ServiceUnavailableException ?? FindUnavailable(exception.InnerException);

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || session.IsSecure,

        // Percent-encoded: browsers compare it with the path as it is sent.
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.ToUriComponent() : "/",
    };
}
