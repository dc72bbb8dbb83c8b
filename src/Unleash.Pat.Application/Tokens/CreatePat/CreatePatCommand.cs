using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens.CreatePat;

/// <summary>Issues a token to the caller's account (docs/api.md, section 1.1).</summary>
/// <param name="Description">What its holder calls it; <see langword="null"/> lets the service name it.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime.</param>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record CreatePatCommand(string? Description, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedPat>, IPatRequest, IRequiresPatsEnabled;
