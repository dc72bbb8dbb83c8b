using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a session. Each request reads it from the database, where it can end at any time.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SentSessions sent,
    SessionCookie cookie,
    SessionAuthenticator sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var session = await sent.OpenAsync(Request, Context.RequestAborted).FirstOrDefaultAsync(Context.RequestAborted);
        if (session is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (sessions.Renew(session.Live))
        {
            cookie.Write(Context, session.Key);
        }

        return UnleashSchemes.Success(session.Live.Caller, Scheme.Name, session.Live.Id);
    }
}
