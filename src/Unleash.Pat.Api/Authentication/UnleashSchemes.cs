using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

internal static class UnleashSchemes
{
    /// <summary>Selects one of the others: a session takes precedence over a header (docs/api.md, section 3).</summary>
    public const string Any = "Unleash";

    /// <summary>The cookie <c>unleash-session</c>.</summary>
    public const string Session = "Session";

    /// <summary>A token in the <c>authorization</c> header.</summary>
    public const string Token = "Token";

    public static AuthenticateResult Success(Caller account, string scheme, long? sessionId = null) =>
        AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new CallerIdentity(account, scheme, sessionId)), scheme));
}
