using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Revokes an issued admin token; unknown ids change nothing, as in Unleash.</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteAdminTokenCommand(long Id) : IRequest;

internal sealed class DeleteAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ITokenCache cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteAdminTokenCommand>
{
    public async Task<Unit> Handle(DeleteAdminTokenCommand request, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.DeleteAsync(
                request.Id,
                removed => AuditEvent.By(
                    current.Required,
                    EventType.AdminTokenDeleted,
                    UtcMilliseconds.UtcNow(time),
                    preData: AdminTokenEventData.From(removed)),
                cancellationToken);
        }
        finally
        {
            // Threat: a removal that was committed but not acknowledged would leave the token alive in this node's memory.
            cache.EvictAdminToken(request.Id);
        }

        return Unit.Value;
    }
}
