using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends a session that a browser holds; the event names the account of that session.</summary>
internal sealed class SessionEnder(ISessionRepository sessions, IClientInfo client, TimeProvider time)
{
    public Task EndAsync(LiveSession session, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(session.Caller, EventType.UserSignedOut, UtcMilliseconds.UtcNow(time));
        return sessions.EndAsync(session.Id, SignInEventData.From(client), audit, cancellationToken);
    }
}
