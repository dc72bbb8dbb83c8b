using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.TakeOverAdminToken;

/// <summary>Has the caller's account answer for an admin token, so that it lives on when its maker's account is removed.</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.Admin)]
[RequiresAccount]
public sealed record TakeOverAdminTokenCommand(long Id) : IRequest<AdminToken>;
