using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends a session that the caller's browser holds; the event names the account of that session.</summary>
[RequiresAccount]
public sealed record SignOutCommand(LiveSession Session) : IRequest;

internal sealed class SignOutCommandHandler(ISessionRepository sessions, IClientInfo client, TimeProvider time)
    : IRequestHandler<SignOutCommand>
{
    public async Task<Unit> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(request.Session.Caller, EventType.UserSignedOut, UtcMilliseconds.UtcNow(time));
        await sessions.EndAsync(request.Session.Id, SignInEventData.From(client), audit, cancellationToken);
        return Unit.Value;
    }
}
