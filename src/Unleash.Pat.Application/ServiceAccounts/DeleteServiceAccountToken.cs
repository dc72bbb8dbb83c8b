using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Revokes a token of a service account.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountTokenCommand(long AccountId, long TokenId) : IRequest;

internal sealed class DeleteServiceAccountTokenCommandHandler(
    IUserRepository users, IPatRepository pats, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteServiceAccountTokenCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        try
        {
            var audit = AuditStamp.By(current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time));
            return await pats.DeleteAsync(request.AccountId, request.TokenId, audit, cancellationToken)
                ? Unit.Value
                : throw new RefusedException(Errors.ServiceAccountTokenNotFound(request.TokenId));
        }
        finally
        {
            // Threat: as for a user's token, a revocation that was not acknowledged would leave a token that authenticates.
            cache.EvictToken(request.TokenId);
        }
    }
}
