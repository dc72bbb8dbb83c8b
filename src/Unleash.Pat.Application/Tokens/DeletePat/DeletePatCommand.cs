using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens.DeletePat;

/// <summary>Revokes one of the caller's tokens; unknown ids change nothing (docs/api.md, section 1.4).</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.DeletePat)]
[RequiresAccount]
public sealed record DeletePatCommand(long Id) : IRequest;
