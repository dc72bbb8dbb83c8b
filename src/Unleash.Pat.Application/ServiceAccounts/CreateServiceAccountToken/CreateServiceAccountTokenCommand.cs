using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Tokens.CreatePat;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccountToken;

/// <summary>Issues a token to a service account, by the rules of personal ones (docs/api.md, section 1.1).</summary>
/// <param name="AccountId">The account that will hold it.</param>
/// <param name="Description">What its holder calls it; <see langword="null"/> lets the service name it.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateServiceAccountTokenCommand(long AccountId, string? Description, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedPat>, IPatRequest, IRequiresPatsEnabled;
