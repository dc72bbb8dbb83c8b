using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.GetServiceAccounts;

/// <summary>Asks for all service accounts, with their tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountsQuery : IRequest<IReadOnlyList<ServiceAccountDto>>;
