using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.DeleteAdminToken;

/// <summary>Revokes an issued admin token; unknown ids change nothing, as in Unleash.</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteAdminTokenCommand(long Id) : IRequest;
