using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Revokes a token of any account (docs/api.md, section 9).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteInventoryTokenCommand(long Id) : IRequest;

internal sealed class DeleteInventoryTokenCommandHandler(
    IInventoryRepository inventory, IPatRepository pats, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteInventoryTokenCommand>
{
    public async Task<Unit> Handle(DeleteInventoryTokenCommand request, CancellationToken cancellationToken)
    {
        try
        {
            var found = await inventory.RequireAsync(request.Id, cancellationToken);
            var audit = AuditStamp.By(current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time));
            return await pats.DeleteAsync(found.Owner.Id, request.Id, audit, cancellationToken)
                ? Unit.Value
                : throw new RefusedException(Errors.PatNotFound(request.Id));
        }
        finally
        {
            // Threat: as for one's own token, a revocation that was not acknowledged would leave a token that authenticates.
            cache.EvictToken(request.Id);
        }
    }
}
