using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance;

/// <summary>Counts the accounts that may do everything.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record CountAdministratorsQuery : IRequest<AdministratorCounts>;

internal sealed class CountAdministratorsQueryHandler(IInstanceRepository instance)
    : IRequestHandler<CountAdministratorsQuery, AdministratorCounts>
{
    public Task<AdministratorCounts> Handle(CountAdministratorsQuery request, CancellationToken cancellationToken) =>
        instance.CountAdministratorsAsync(cancellationToken);
}
