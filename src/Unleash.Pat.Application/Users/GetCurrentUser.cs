using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Gets the caller's own account.</summary>
[RequiresAccount]
public sealed record GetCurrentUserQuery : IRequest<User>;

internal sealed class GetCurrentUserQueryHandler(IUserRepository users, ICurrentUser current)
    : IRequestHandler<GetCurrentUserQuery, User>
{
    public async Task<User> Handle(GetCurrentUserQuery request, CancellationToken cancellationToken) =>
        await users.FindAsync(current.RequiredUserId, cancellationToken)
        ?? throw new RefusedException(Errors.NotAuthenticated);
}
