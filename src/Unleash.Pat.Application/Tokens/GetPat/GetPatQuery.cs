using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens.GetPat;

/// <summary>Asks for one of the caller's tokens (docs/api.md, section 1.3).</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatQuery(long Id) : IRequest<PatDto>;
