using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Asks for a person's account.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUserQuery(long Id) : IRequest<User>;

internal sealed class GetUserQueryHandler(IUserRepository users) : IRequestHandler<GetUserQuery, User>
{
    public Task<User> Handle(GetUserQuery request, CancellationToken cancellationToken) =>
        users.RequireUserAsync(request.Id, cancellationToken);
}
