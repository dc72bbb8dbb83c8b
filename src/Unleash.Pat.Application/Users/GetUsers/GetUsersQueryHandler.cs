using MediatR;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetUsers;

internal sealed class GetUsersQueryHandler(IUserDirectory directory) : IRequestHandler<GetUsersQuery, UserPage>
{
    public Task<UserPage> Handle(GetUsersQuery request, CancellationToken cancellationToken) =>
        directory.GetPageAsync(AccountType.User, request.Limit, request.Offset, cancellationToken);
}
