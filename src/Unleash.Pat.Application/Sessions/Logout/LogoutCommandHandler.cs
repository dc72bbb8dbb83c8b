using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;

namespace Unleash.Pat.Application.Sessions.Logout;

internal sealed class LogoutCommandHandler(ISessionRepository sessions, ICurrentAccount current, TimeProvider time)
    : IRequestHandler<LogoutCommand>
{
    public async Task<Unit> Handle(LogoutCommand request, CancellationToken cancellationToken)
    {
        var signedOut = AuditEvent.By(
            request.Session.Account,
            EventType.UserSignedOut,
            Instant.UtcNow(time),
            new SignInEventData(current.Address, current.UserAgent));
        await sessions.EndAsync(request.Session.Id, signedOut, cancellationToken);
        return Unit.Value;
    }
}
