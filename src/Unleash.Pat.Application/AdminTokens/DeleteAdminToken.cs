using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Revokes an admin token; an unknown id changes nothing, as in Unleash.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteAdminTokenCommand(long Id) : IRequest;

internal sealed class DeleteAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteAdminTokenCommand>
{
    public async Task<Unit> Handle(DeleteAdminTokenCommand request, CancellationToken cancellationToken)
    {
        try
        {
            var audit = AuditStamp.By(current.Required, EventType.AdminTokenDeleted, UtcMilliseconds.UtcNow(time));
            await tokens.DeleteAsync(request.Id, audit, cancellationToken);
            return Unit.Value;
        }
        finally
        {
            // Threat: after a revocation that was committed but not acknowledged, the token would still authenticate on
            // this node.
            cache.EvictAdminToken(request.Id);
        }
    }
}
