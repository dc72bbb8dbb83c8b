using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccountToken;

/// <summary>Revokes a service account's token.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="TokenId">The token.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountTokenCommand(long AccountId, long TokenId) : IRequest;
