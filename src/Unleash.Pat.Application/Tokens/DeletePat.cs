using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Revokes one of the caller's tokens; unknown ids change nothing (docs/api.md, section 1.4).</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.DeletePat)]
[RequiresAccount]
public sealed record DeletePatCommand(long Id) : IRequest;

internal sealed class DeletePatCommandHandler(PatRevoker revoker, ICurrentUser current)
    : IRequestHandler<DeletePatCommand>
{
    public async Task<Unit> Handle(DeletePatCommand request, CancellationToken cancellationToken)
    {
        await revoker.RevokeAsync(current.RequiredUserId, request.Id, cancellationToken);
        return Unit.Value;
    }
}
