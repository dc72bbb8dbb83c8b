using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

internal static class UnleashSchemes
{
    /// <summary>A session or a token; a session takes precedence over a header (docs/api.md, section 3).</summary>
    public const string Any = "Unleash";

    /// <summary>A service that verifies the tokens of others (docs/api.md, section 7.1).</summary>
    public const string Verifier = "Verifier";

    /// <summary>Nothing: the endpoint needs no caller, or finds out itself who it is.</summary>
    public const string None = "None";

    /// <summary>The scheme that a request is forwarded to; <see langword="null"/> for <see cref="Any"/>.</summary>
    /// <remarks>The framework's own endpoints, which answer 404 and 405, are no routes and the same for everybody.</remarks>
    public static string? Select(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint ? AuthenticatesByAttribute.SchemeOf(context) : None;

    public static AuthenticateResult Success(Caller account, string scheme, long? sessionId = null) =>
        AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new CallerIdentity(account, scheme, sessionId)), scheme));
}
