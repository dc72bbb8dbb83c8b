using MediatR;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Sessions;

/// <summary>Signs a browser out.</summary>
public sealed class BrowserSessions(IMediator mediator, SentSessions sent, SessionCookie cookie)
{
    /// <summary>Ends every session that a request has a cookie of, or the browser would use another one; and deletes the cookie.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await foreach (var session in sent.OpenAsync(context.Request, cancellationToken))
        {
            await mediator.Send(new SignOutCommand(session.Live), cancellationToken);
        }

        cookie.Clear(context);
    }
}
