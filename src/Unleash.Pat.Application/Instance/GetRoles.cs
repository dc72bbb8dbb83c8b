using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance;

/// <summary>Asks for the root roles, which are fixed.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetRolesQuery : IRequest<IReadOnlyList<RootRole>>;

internal sealed class GetRolesQueryHandler : IRequestHandler<GetRolesQuery, IReadOnlyList<RootRole>>
{
    public Task<IReadOnlyList<RootRole>> Handle(GetRolesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(RootRole.All);
}
