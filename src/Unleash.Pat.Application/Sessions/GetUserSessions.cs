using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Lists a user's live sessions.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetUserSessionsQuery(long UserId) : IRequest<IReadOnlyList<SessionRecord>>;

internal sealed class GetUserSessionsQueryHandler(IUserRepository users, ISessionRepository sessions, TimeProvider time)
    : IRequestHandler<GetUserSessionsQuery, IReadOnlyList<SessionRecord>>
{
    public async Task<IReadOnlyList<SessionRecord>> Handle(
        GetUserSessionsQuery request, CancellationToken cancellationToken)
    {
        var user = await users.RequireUserAsync(request.UserId, cancellationToken);
        return await sessions.GetLiveAsync(user.Id, time.GetUtcNow(), cancellationToken);
    }
}
