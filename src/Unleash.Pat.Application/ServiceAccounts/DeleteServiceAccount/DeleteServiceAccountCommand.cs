using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccount;

/// <summary>Removes a service account and its tokens.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountCommand(long Id) : IRequest;
