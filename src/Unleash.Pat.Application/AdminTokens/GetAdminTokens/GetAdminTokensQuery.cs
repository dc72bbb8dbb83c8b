using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.GetAdminTokens;

/// <summary>Asks for all admin tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetAdminTokensQuery : IRequest<AdminTokenList>;
