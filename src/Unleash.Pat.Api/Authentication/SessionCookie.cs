using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The session's cookie (docs/api.md, section 3).</summary>
/// <remarks>
/// Threats: a script of the page must not read it (HttpOnly), another site must not use it (SameSite, and
/// <c>CrossOriginGuard</c>), and invented ones must not reach the database (protected, so that they are told
/// apart by their signature).
/// </remarks>
/// <param name="protection">Signs and encrypts the cookie's content.</param>
/// <param name="session">Its name.</param>
public sealed class SessionCookie(IDataProtectionProvider protection, SessionSettings session)
{
    /// <summary>The most cookies of a request that are tried.</summary>
    /// <remarks>Threat: a request with hundreds of cookies would otherwise make the database look for as many sessions.</remarks>
    internal const int MaxTried = 8;

    // What the framework's protection begins with: its mark 09-F0-C9-F0 in base64url. What other programs keep under the
    // same name costs nothing so, and does not count.
    private const string Mark = "CfDJ8";

    private readonly IDataProtector _protector = protection.CreateProtector("Unleash.Pat.Session.v1");

    /// <summary>The keys that the browser holds, in the order that it sends them in.</summary>
    /// <remarks>
    /// From the header itself: the framework's collection keeps one cookie of a name, where a browser sends one for each
    /// path and other programs on the host have their own.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <returns>The keys, not yet looked up.</returns>
    /// <exception cref="ServiceUnavailableException">The protection's own keys cannot be read.</exception>
    public IEnumerable<SessionKey> Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.GetTypedHeaders().Cookie
            .Where(cookie => cookie.Name.Equals(session.CookieName, StringComparison.Ordinal))
            .Select(cookie => cookie.Value.ToString())
            .Where(value => value.StartsWith(Mark, StringComparison.Ordinal))
            .Distinct()
            .Take(MaxTried)
            .Select(Open)
            .OfType<SessionKey>();
    }

    /// <summary>Gives the browser a key, or the same key for longer.</summary>
    /// <param name="context">The answer goes out over it.</param>
    /// <param name="key">The key.</param>
    public void Write(HttpContext context, SessionKey key)
    {
        var options = Options(context);
        options.MaxAge = SessionPolicy.Lifetime;
        context.Response.Cookies.Append(session.CookieName, _protector.Protect(key.Reveal()), options);
    }

    /// <summary>Takes the key from the browser.</summary>
    /// <param name="context">The answer goes out over it.</param>
    public void Clear(HttpContext context) => context.Response.Cookies.Delete(session.CookieName, Options(context));

    private SessionKey? Open(string value)
    {
        try
        {
            return new SessionKey(_protector.Unprotect(value));
        }
        catch (CryptographicException exception)
        {
            for (Exception? cause = exception.InnerException; cause is not null; cause = cause.InnerException)
            {
                if (cause is ServiceUnavailableException)
                {
                    throw cause;
                }
            }

            return null;
        }
    }

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || session.IsSecure,

        // Percent-encoded: browsers compare it with the path as it is sent.
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.ToUriComponent() : "/",
    };
}
