using MediatR;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Lists the caller's own live sessions.</summary>
[RequiresAccount]
public sealed record GetOwnSessionsQuery : IRequest<IReadOnlyList<SessionRecord>>;

internal sealed class GetOwnSessionsQueryHandler(ISessionRepository sessions, ICurrentUser current, TimeProvider time)
    : IRequestHandler<GetOwnSessionsQuery, IReadOnlyList<SessionRecord>>
{
    public Task<IReadOnlyList<SessionRecord>> Handle(GetOwnSessionsQuery request, CancellationToken cancellationToken) =>
        sessions.GetLiveAsync(current.RequiredUserId, time.GetUtcNow(), cancellationToken);
}
