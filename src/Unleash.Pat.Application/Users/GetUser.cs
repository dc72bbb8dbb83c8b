using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Gets a user.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetUserQuery(long Id) : IRequest<User>;

internal sealed class GetUserQueryHandler(IUserRepository users) : IRequestHandler<GetUserQuery, User>
{
    public Task<User> Handle(GetUserQuery request, CancellationToken cancellationToken) =>
        users.RequireUserAsync(request.Id, cancellationToken);
}
