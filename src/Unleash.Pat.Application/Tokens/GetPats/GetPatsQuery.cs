using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens.GetPats;

/// <summary>Asks for the caller's tokens (docs/api.md, section 1.2).</summary>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatsQuery : IRequest<IReadOnlyList<PatDto>>;
