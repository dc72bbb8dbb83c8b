using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.GetOwnSessions;

internal sealed class GetOwnSessionsQueryHandler(ISessionRepository sessions, ICurrentAccount current, TimeProvider time)
    : IRequestHandler<GetOwnSessionsQuery, IReadOnlyList<SessionRecord>>
{
    public Task<IReadOnlyList<SessionRecord>> Handle(GetOwnSessionsQuery request, CancellationToken cancellationToken) =>
        sessions.GetLiveAsync(current.RequiredUserId, time.GetUtcNow(), cancellationToken);
}
