using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Revokes one of the caller's tokens; an unknown id changes nothing (docs/api.md, section 1.4).</summary>
[RequiresPermission(Permission.DeletePat)]
[RequiresAccount]
public sealed record DeletePatCommand(long Id) : IRequest;

internal sealed class DeletePatCommandHandler(
    IPatRepository pats, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeletePatCommand>
{
    public async Task<Unit> Handle(DeletePatCommand request, CancellationToken cancellationToken)
    {
        try
        {
            var audit = AuditStamp.By(current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time));
            await pats.DeleteAsync(current.RequiredUserId, request.Id, audit, cancellationToken);
            return Unit.Value;
        }
        finally
        {
            // Threat: a token that another node revoked, or whose revocation was committed but not acknowledged, would
            // still authenticate on this node. So the cache forgets it, whatever the database answered.
            cache.EvictToken(request.Id);
        }
    }
}
