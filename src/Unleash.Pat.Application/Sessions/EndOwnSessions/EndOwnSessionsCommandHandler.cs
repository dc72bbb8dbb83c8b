using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.EndOwnSessions;

internal sealed class EndOwnSessionsCommandHandler(SessionEnder ender, ICurrentAccount current)
    : IRequestHandler<EndOwnSessionsCommand>
{
    public async Task<Unit> Handle(EndOwnSessionsCommand request, CancellationToken cancellationToken)
    {
        await ender.EndAsync(current.RequiredUserId, request.SessionId, cancellationToken);
        return Unit.Value;
    }
}
