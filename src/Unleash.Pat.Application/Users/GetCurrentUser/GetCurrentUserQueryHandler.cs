using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetCurrentUser;

internal sealed class GetCurrentUserQueryHandler(IUserRepository users, ICurrentAccount current)
    : IRequestHandler<GetCurrentUserQuery, User>
{
    public async Task<User> Handle(GetCurrentUserQuery request, CancellationToken cancellationToken) =>
        await users.FindAsync(current.RequiredUserId, cancellationToken)
        ?? throw new AuthenticationRequiredException();
}
