using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens.Issuing;

namespace Unleash.Pat.Application.Tokens.DeletePat;

internal sealed class DeletePatCommandHandler(PatRevoker revoker, ICurrentAccount current)
    : IRequestHandler<DeletePatCommand>
{
    public async Task<Unit> Handle(DeletePatCommand request, CancellationToken cancellationToken)
    {
        await revoker.RevokeAsync(current.RequiredUserId, request.Id, cancellationToken);
        return Unit.Value;
    }
}
