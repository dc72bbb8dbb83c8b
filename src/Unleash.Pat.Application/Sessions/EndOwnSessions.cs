using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends one of the caller's own sessions, or all of them, including the current one.</summary>
/// <param name="SessionId">The session; <see langword="null"/> for all.</param>
[RequiresAccount]
public sealed record EndOwnSessionsCommand(long? SessionId) : IRequest;

internal sealed class EndOwnSessionsCommandHandler(ISessionRepository sessions, ICurrentUser current, TimeProvider time)
    : IRequestHandler<EndOwnSessionsCommand>
{
    public async Task<Unit> Handle(EndOwnSessionsCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.SessionsEnded, UtcMilliseconds.UtcNow(time));
        var ended = await sessions.EndOfUserAsync(current.RequiredUserId, request.SessionId, audit, cancellationToken);
        return ended == 0 && request.SessionId is { } id
            ? throw new RefusedException(Errors.SessionNotFound(id))
            : Unit.Value;
    }
}
