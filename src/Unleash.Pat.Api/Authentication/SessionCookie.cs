using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The cookie <c>unleash-session</c> (contract section 3).</summary>
/// <remarks>
/// Threats: a script of the page must not read it (HttpOnly), another site must not use it (SameSite, and
/// <c>CrossOriginGuard</c>), and invented ones must not reach the database (protected, so that they are told
/// apart by their signature).
/// </remarks>
/// <param name="protection">Signs and encrypts the cookie's content.</param>
public sealed class SessionCookie(IDataProtectionProvider protection)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "unleash-session";

    private readonly IDataProtector _protector = protection.CreateProtector("Unleash.Pat.Session.v1");

    /// <summary>The key that the browser holds, or <see langword="null"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The key, not yet looked up.</returns>
    /// <exception cref="ServiceUnavailableException">The protection's own keys cannot be read.</exception>
    public SessionKey? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

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

    /// <summary>Gives the browser a key, or the same key for longer.</summary>
    /// <param name="context">The answer goes out over it.</param>
    /// <param name="key">The key.</param>
    public void Write(HttpContext context, SessionKey key)
    {
        var options = Options(context);
        options.MaxAge = SessionPolicy.Lifetime;
        context.Response.Cookies.Append(Name, _protector.Protect(key.Reveal()), options);
    }

    /// <summary>Takes the key from the browser.</summary>
    /// <param name="context">The answer goes out over it.</param>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
    };
}
