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

/// <summary>Has the caller's account answer for an admin token, so that it lives on when its maker's account is removed.</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.Admin)]
[RequiresAccount]
public sealed record TakeOverAdminTokenCommand(long Id) : IRequest<AdminToken>;

internal sealed class TakeOverAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ITokenCache cache, ICurrentUser current, IssuerLimit limit, TimeProvider time)
    : IRequestHandler<TakeOverAdminTokenCommand, AdminToken>
{
    public async Task<AdminToken> Handle(TakeOverAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var token = await tokens.FindAsync(request.Id, cancellationToken) ?? throw new RefusedException(Errors.AdminTokenNotFound(request.Id));

        // Threat: a token of a few seconds keeps one alive that would have ended with its maker.
        limit.Require(token.ExpiresAt, Errors.AdminTokenOutlivesCaller);
        try
        {
            var change = await tokens.TakeOverAsync(request.Id, current.RequiredUserId, Event, cancellationToken);
            return change.Status switch
            {
                AdminTokenWriteStatus.Done => change.Token!,
                AdminTokenWriteStatus.NotFound => throw new RefusedException(Errors.AdminTokenNotFound(request.Id)),

                // The account was removed or demoted after its credential was accepted.
                _ => throw new RefusedException(Errors.NotAuthenticated),
            };
        }
        finally
        {
            // This node remembers who answers for it.
            cache.EvictAdminToken(request.Id);
        }
    }

    private AuditEvent Event(AdminToken before, AdminToken after) => AuditEvent.By(
        current.Required,
        EventType.AdminTokenTakenOver,
        UtcMilliseconds.UtcNow(time),
        AdminTokenEventData.From(after),
        AdminTokenEventData.From(before));
}
