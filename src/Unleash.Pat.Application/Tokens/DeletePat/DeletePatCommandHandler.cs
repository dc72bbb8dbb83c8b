using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;

namespace Unleash.Pat.Application.Tokens.DeletePat;

internal sealed class DeletePatCommandHandler(
    IPatRepository pats,
    ITokenCache cache,
    ICurrentAccount current,
    TimeProvider time)
    : IRequestHandler<DeletePatCommand>
{
    public async Task<Unit> Handle(DeletePatCommand request, CancellationToken cancellationToken)
    {
        try
        {
            await DeleteAsync(request.Id, cancellationToken);
        }
        finally
        {
            // Threat: a token that another node revoked, or whose removal was committed but not acknowledged, would
            // live on in this node's memory. So it is forgotten whatever the database said.
            cache.EvictToken(request.Id);
        }

        return Unit.Value;
    }

    private async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var pat = await pats.FindAsync(current.RequiredUserId, id, cancellationToken);
        if (pat is not null)
        {
            var data = PatEventData.From(pat);
            var deleted = AuditEvent.By(
                current.Required, EventType.PatDeleted, Instant.UtcNow(time), data: data);
            await pats.DeleteAsync(pat, deleted, cancellationToken);
        }
    }
}
