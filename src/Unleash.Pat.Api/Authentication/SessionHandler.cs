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
    SessionCookie cookie,
    ISessionRepository sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        var now = TimeProvider.GetUtcNow();
        var session = await sessions.FindLiveAsync(key.Hash(), now, Context.RequestAborted);
        if (session is null)
        {
            return AuthenticateResult.NoResult();
        }

        await SlideAsync(session, key, now);
        return UnleashSchemes.Success(session.Account, Scheme.Name, session.Id);
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
