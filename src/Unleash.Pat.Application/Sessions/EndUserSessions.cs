using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends one of a user's sessions, or all of them.</summary>
/// <param name="SessionId">The session; <see langword="null"/> for all.</param>
[RequiresPermission(Permission.Admin)]
public sealed record EndUserSessionsCommand(long UserId, long? SessionId) : IRequest;

internal sealed class EndUserSessionsCommandHandler(
    IUserRepository users, ISessionRepository sessions, ICurrentUser current, TimeProvider time)
    : IRequestHandler<EndUserSessionsCommand>
{
    public async Task<Unit> Handle(EndUserSessionsCommand request, CancellationToken cancellationToken)
    {
        var user = await users.RequireUserAsync(request.UserId, cancellationToken);
        var audit = AuditStamp.By(current.Required, EventType.SessionsEnded, UtcMilliseconds.UtcNow(time));
        var ended = await sessions.EndOfUserAsync(user.Id, request.SessionId, audit, cancellationToken);
        return ended == 0 && request.SessionId is { } id
            ? throw new RefusedException(Errors.SessionNotFound(id))
            : Unit.Value;
    }
}
