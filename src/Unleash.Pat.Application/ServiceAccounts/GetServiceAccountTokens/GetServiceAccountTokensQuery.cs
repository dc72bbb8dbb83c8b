using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.GetServiceAccountTokens;

/// <summary>Asks for a service account's tokens.</summary>
/// <param name="AccountId">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountTokensQuery(long AccountId) : IRequest<IReadOnlyList<PatDto>>;
