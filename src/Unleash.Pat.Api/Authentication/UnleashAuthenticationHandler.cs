using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by the session, else by the header (docs/api.md, section 3), and writes the 401 (section 1.1).</summary>
/// <remarks>One handler for both, because each that takes part in a request is made for it.</remarks>
internal sealed class UnleashAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SentSessions sent,
    SessionCookie cookie,
    SessionAuthenticator sessions,
    CredentialVerifier credentials,
    ErrorWriter errors,
    DemoSignIn demo,
    PasswordSignIn password)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            return await AuthenticateByEitherAsync();
        }
        catch (ServiceUnavailableException exception) when (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // The UI's pages are there without the database, and tell that it is not.
            Context.Features.Set(new UnknownCaller());
            return AuthenticateResult.Fail(exception);
        }
    }

    // One body for every cause. Threat: an answer that differs for wrong and expired tokens shows which tokens were real.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        errors.WriteAsync(Context, AuthorizationHeader.Read(Request) is null
            ? new RefusedException(SignInHint())
            : new RefusedException(Errors.NotAuthenticated));

    private ServiceError SignInHint() => (demo.IsEnabled, password.IsEnabled) switch
    {
        (true, _) => Errors.SignInWithEmail(Request.PathBase),
        (_, true) => Errors.SignInWithPassword(Request.PathBase),
        _ => Errors.SignInWithProvider(Request.PathBase),
    };

    private async ValueTask<AuthenticateResult> AuthenticateByEitherAsync()
    {
        // Most programs send no cookie.
        var session = Request.Headers.Cookie.Count == 0 ? null : await AuthenticateBySessionAsync();
        if (session is not null)
        {
            return session;
        }

        return AuthorizationHeader.Read(Request) is { } credential
            ? await AuthenticateByTokenAsync(credential)
            : AuthenticateResult.NoResult();
    }

    // Each request reads it from the database, where it can end at any time.
    private async Task<AuthenticateResult?> AuthenticateBySessionAsync()
    {
        var session = await sent.OpenAsync(Request, Context.RequestAborted).FirstOrDefaultAsync(Context.RequestAborted);
        if (session is null)
        {
            return null;
        }

        if (sessions.Renew(session.Live))
        {
            cookie.Write(Context, session.Key);
        }

        return UnleashSchemes.Success(session.Live.Caller, Scheme.Name, session.Live.Id);
    }

    private async ValueTask<AuthenticateResult> AuthenticateByTokenAsync(ReadOnlyMemory<char> credential)
    {
        var verdict = await credentials.VerifyAsync(credential, Context.Connection.RemoteIpAddress, Context.RequestAborted);
        if (verdict.Caller is { } caller)
        {
            return UnleashSchemes.Success(caller, Scheme.Name);
        }

        credentials.CountRefused(verdict.Refusal, Context);
        return AuthenticateResult.Fail("The token is not valid.");
    }
}
