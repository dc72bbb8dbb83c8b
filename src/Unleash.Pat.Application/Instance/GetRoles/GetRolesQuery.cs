using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance.GetRoles;

/// <summary>Asks for the root roles, which are fixed.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetRolesQuery : IRequest<IReadOnlyList<RootRole>>;
