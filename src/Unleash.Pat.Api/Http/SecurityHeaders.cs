using Microsoft.Extensions.Primitives;

namespace Unleash.Pat.Api.Http;

/// <summary>Headers for browsers, with every answer (OWASP Secure Headers Project).</summary>
/// <remarks>They are constants, written at once (docs/decisions/0034-answers-take-little-work.md).</remarks>
internal static class SecurityHeaders
{
    // For this host only, not for others of its domain.
    private static readonly StringValues OneYear = "max-age=31536000";

    private static readonly StringValues NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    // Without features that some browsers do not know, which those report in their consoles.
    private static readonly string[] Features =
    [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope",
        "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "usb",
    ];

    private static readonly (string Name, StringValues Value)[] Common =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", string.Join(", ", Features.Select(feature => $"{feature}=()"))),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Permitted-Cross-Domain-Policies", "none"),
    ];

    // A browser that kept the header for these would ask other programs of the machine for HTTPS.
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Adds them to an answer that is about to start. A page has set its own policy by now.</summary>
    public static void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Common)
        {
            headers[name] = value;
        }

        if (context.Request.IsHttps && !LocalHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            headers.StrictTransportSecurity = OneYear;
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = NothingAllowed;
        }
    }
}
