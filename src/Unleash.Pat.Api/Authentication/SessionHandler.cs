using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a session, which the database can end at any time.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SentSessions sent,
    SessionCookie cookie,
    ISessionRepository sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var session = await sent.OpenAsync(Request, Context.RequestAborted).FirstOrDefaultAsync(Context.RequestAborted);
        if (session is null)
        {
            return AuthenticateResult.NoResult();
        }

        await SlideAsync(session.Live, session.Key, TimeProvider.GetUtcNow());
        return UnleashSchemes.Success(session.Live.Account, Scheme.Name, session.Live.Id);
    }

    private async Task SlideAsync(LiveSession session, SessionKey key, DateTimeOffset now)
    {
        if (now - session.LastUsedAt < SessionPolicy.Granularity)
        {
            return;
        }

        try
        {
            await sessions.RenewAsync(session.Id, now, now + SessionPolicy.Lifetime, Context.RequestAborted);
            cookie.Write(Context, key);
        }
        catch (ServiceUnavailableException)
        {
            // The session was found and is good; that it cannot be prolonged now is no reason to refuse this request.
        }
    }
}
