using MediatR;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.Sessions.GetUserSessions;

internal sealed class GetUserSessionsQueryHandler(IUserRepository users, ISessionRepository sessions, TimeProvider time)
    : IRequestHandler<GetUserSessionsQuery, IReadOnlyList<SessionRecord>>
{
    public async Task<IReadOnlyList<SessionRecord>> Handle(
        GetUserSessionsQuery request, CancellationToken cancellationToken)
    {
        var user = await users.RequirePersonAsync(request.UserId, cancellationToken);
        return await sessions.GetLiveAsync(user.Id, time.GetUtcNow(), cancellationToken);
    }
}
