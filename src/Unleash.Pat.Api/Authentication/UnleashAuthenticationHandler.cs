using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by the session, else by the header (docs/api.md, section 3), and writes the 401 (section 1.1).</summary>
internal sealed class UnleashAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ErrorWriter errors,
    DemoSignIn demo)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Most programs send no cookie.
        var session = Request.Headers.Cookie.Count == 0
            ? AuthenticateResult.NoResult()
            : await Context.AuthenticateAsync(UnleashSchemes.Session);
        return session.Succeeded || AuthorizationHeader.Read(Request) is null
            ? session
            : await Context.AuthenticateAsync(UnleashSchemes.Token);
    }

    // One body for every cause. Threat: an answer that differs for wrong and expired tokens shows which tokens were real.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        errors.WriteAsync(Context, AuthorizationHeader.Read(Request) is null
            ? new RefusedException(demo.IsEnabled ? Errors.SignInWithEmail(Request.PathBase) : Errors.SignInWithPassword(Request.PathBase))
            : new RefusedException(Errors.NotAuthenticated));
}
