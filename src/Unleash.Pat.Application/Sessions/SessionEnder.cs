using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends an account's sessions, whoever asks for it.</summary>
internal sealed class SessionEnder(ISessionRepository sessions, ICurrentUser current, TimeProvider time)
{
    /// <summary>Ends one session, or all; to have none is no fault where all are to end.</summary>
    /// <exception cref="RefusedException">The account has no session of that id.</exception>
    public async Task EndAsync(long userId, long? sessionId, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndOfUserAsync(
            userId,
            sessionId,
            count => AuditEvent.By(
                current.Required,
                EventType.SessionsEnded,
                UtcMilliseconds.UtcNow(time),
                new EndedSessionsEventData(userId, sessionId, count)),
            cancellationToken);
        if (ended == 0 && sessionId is { } id)
        {
            throw new RefusedException(Errors.SessionNotFound(id));
        }
    }
}
