using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;

namespace Unleash.Pat.Application.AdminTokens.DeleteAdminToken;

internal sealed class DeleteAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ITokenCache cache, ICurrentAccount current, TimeProvider time)
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
                    Instant.UtcNow(time),
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
