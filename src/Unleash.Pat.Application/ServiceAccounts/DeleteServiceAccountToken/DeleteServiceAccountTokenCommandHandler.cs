using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccountToken;

internal sealed class DeleteServiceAccountTokenCommandHandler(IUserRepository users, PatRevoker revoker)
    : IRequestHandler<DeleteServiceAccountTokenCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await revoker.RevokeAsync(request.AccountId, request.TokenId, cancellationToken)
            ? Unit.Value
            : throw new NotFoundException($"Could not find the token with ID \"{request.TokenId}\".");
    }
}
