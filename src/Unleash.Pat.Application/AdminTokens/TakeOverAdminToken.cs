using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Makes the caller's account answer for an admin token, so that the token stays when its creator is deleted.</summary>
[RequiresPermission(Permission.Admin)]
[RequiresAccount]
public sealed record TakeOverAdminTokenCommand(long Id) : IRequest<AdminToken>;

internal sealed class TakeOverAdminTokenCommandHandler(
    IAdminTokenRepository tokens,
    ITokenEviction cache,
    ICurrentUser current,
    TokenExpiry expiry,
    GrantableScopes grantable,
    TimeProvider time)
    : IRequestHandler<TakeOverAdminTokenCommand, AdminToken>
{
    public async Task<AdminToken> Handle(TakeOverAdminTokenCommand request, CancellationToken cancellationToken)
    {
        grantable.RequireAll();
        var token = await tokens.FindAsync(request.Id, cancellationToken) ?? throw new RefusedException(Errors.AdminTokenNotFound(request.Id));

        // Threat: a token about to expire could keep alive an admin token that would be deleted with its creator.
        expiry.RequireWithinLimit(token.ExpiresAt, Errors.AdminTokenOutlivesCaller);
        try
        {
            var audit = AuditStamp.By(current.Required, EventType.AdminTokenTakenOver, UtcMilliseconds.UtcNow(time));
            var result = await tokens.TakeOverAsync(request.Id, current.RequiredUserId, audit, cancellationToken);

            // An account that was deleted or demoted after its credential was accepted has to sign in.
            return result.Require(status => status == WriteStatus.NotFound
                ? Errors.AdminTokenNotFound(request.Id)
                : Errors.NotAuthenticated);
        }
        finally
        {
            // The cache holds the account that answers for it.
            cache.EvictAdminToken(request.Id);
        }
    }
}
