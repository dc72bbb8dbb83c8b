using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Lists a page of users.</summary>
/// <param name="Limit">The most users, 1 to <see cref="UserPage.MaxLimit"/>.</param>
/// <param name="Offset">How many to skip.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUsersQuery(int Limit, int Offset) : IRequest<UserPage>;

internal sealed class GetUsersQueryHandler(IUserRepository users) : IRequestHandler<GetUsersQuery, UserPage>
{
    public Task<UserPage> Handle(GetUsersQuery request, CancellationToken cancellationToken) =>
        users.GetPageAsync(AccountType.User, request.Limit, request.Offset, cancellationToken);
}
