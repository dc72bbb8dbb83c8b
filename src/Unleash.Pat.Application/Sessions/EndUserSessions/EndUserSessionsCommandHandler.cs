using MediatR;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.Sessions.EndUserSessions;

internal sealed class EndUserSessionsCommandHandler(IUserRepository users, SessionEnder ender)
    : IRequestHandler<EndUserSessionsCommand>
{
    public async Task<Unit> Handle(EndUserSessionsCommand request, CancellationToken cancellationToken)
    {
        var user = await users.RequirePersonAsync(request.UserId, cancellationToken);
        await ender.EndAsync(user.Id, request.SessionId, cancellationToken);
        return Unit.Value;
    }
}
