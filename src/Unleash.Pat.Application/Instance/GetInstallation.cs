using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance;

/// <summary>Gets what a report of a bug needs to say about the database.</summary>
/// <remarks>Threat: what a service runs on tells an attacker which faults to try, so only administrators see it.</remarks>
[RequiresPermission(Permission.Admin)]
public sealed record GetInstallationQuery : IRequest<Installation>;

/// <summary>What the service runs on.</summary>
/// <param name="InstanceId">Which database this is.</param>
/// <param name="DatabaseProvider">Which engine holds it.</param>
public sealed record Installation(Guid InstanceId, string DatabaseProvider);

/// <summary>What Infrastructure knows of the database without asking it.</summary>
/// <param name="Provider">Which engine holds it, as <c>Database:Provider</c> names it.</param>
public sealed record DatabaseFacts(string Provider);

internal sealed class GetInstallationQueryHandler(IInstanceRepository instance, DatabaseFacts database)
    : IRequestHandler<GetInstallationQuery, Installation>
{
    public async Task<Installation> Handle(GetInstallationQuery request, CancellationToken cancellationToken) =>
        new(Guid.ParseExact(await instance.GetIdAsync(cancellationToken), "N"), database.Provider);
}
