using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Finds a user by the username or the e-mail address, as signing in does.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record FindUserQuery(string Name) : IRequest<User>;

internal sealed class FindUserQueryHandler(IUserRepository users) : IRequestHandler<FindUserQuery, User>
{
    public async Task<User> Handle(FindUserQuery request, CancellationToken cancellationToken) =>
        (await users.FindForSignInAsync(request.Name, cancellationToken))?.User
        ?? throw new RefusedException(Errors.UserNotFound);
}
