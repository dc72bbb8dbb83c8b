using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Revokes a service account's token.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="TokenId">The token.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountTokenCommand(long AccountId, long TokenId) : IRequest;

internal sealed class DeleteServiceAccountTokenCommandHandler(IUserRepository users, PatRevoker revoker)
    : IRequestHandler<DeleteServiceAccountTokenCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await revoker.RevokeAsync(request.AccountId, request.TokenId, cancellationToken)
            ? Unit.Value
            : throw new RefusedException(Errors.ServiceAccountTokenNotFound(request.TokenId));
    }
}
