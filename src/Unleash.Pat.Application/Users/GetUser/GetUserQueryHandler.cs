using MediatR;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetUser;

internal sealed class GetUserQueryHandler(IUserRepository users) : IRequestHandler<GetUserQuery, User>
{
    public Task<User> Handle(GetUserQuery request, CancellationToken cancellationToken) =>
        users.RequirePersonAsync(request.Id, cancellationToken);
}
