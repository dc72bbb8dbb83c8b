using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Gets the caller's own account.</summary>
[RequiresAccount]
public sealed record GetCurrentUserQuery : IRequest<User>;

internal sealed class GetCurrentUserQueryHandler(IUserRepository users, RecentAccounts recent, ICurrentUser current)
    : IRequestHandler<GetCurrentUserQuery, User>
{
    public async Task<User> Handle(GetCurrentUserQuery request, CancellationToken cancellationToken) =>
        await recent.FindAsync(current.RequiredUserId, users.FindAsync, cancellationToken)
        ?? throw new RefusedException(Errors.NotAuthenticated);
}
