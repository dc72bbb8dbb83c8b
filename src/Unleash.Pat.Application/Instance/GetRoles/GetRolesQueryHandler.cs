using MediatR;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance.GetRoles;

internal sealed class GetRolesQueryHandler : IRequestHandler<GetRolesQuery, IReadOnlyList<RootRole>>
{
    public Task<IReadOnlyList<RootRole>> Handle(GetRolesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(RootRole.All);
}
