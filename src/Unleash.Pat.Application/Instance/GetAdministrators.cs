using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance;

/// <summary>Lists those whom a user can ask for help.</summary>
[NoPermissionRequired("Every account may know who the administrators are, as in Unleash; the route requires credentials.")]
public sealed record GetAdministratorsQuery : IRequest<IReadOnlyList<User>>;

internal sealed class GetAdministratorsQueryHandler(IInstanceRepository instance)
    : IRequestHandler<GetAdministratorsQuery, IReadOnlyList<User>>
{
    private const int Most = 100;

    public Task<IReadOnlyList<User>> Handle(GetAdministratorsQuery request, CancellationToken cancellationToken) =>
        instance.GetAdministratorsAsync(Most, cancellationToken);
}
