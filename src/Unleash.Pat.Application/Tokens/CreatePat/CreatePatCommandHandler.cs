using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens.Issuing;

namespace Unleash.Pat.Application.Tokens.CreatePat;

internal sealed class CreatePatCommandHandler(PatIssuer issuer, ICurrentAccount current)
    : IRequestHandler<CreatePatCommand, IssuedPat>
{
    public async Task<IssuedPat> Handle(CreatePatCommand request, CancellationToken cancellationToken) =>
        await issuer.IssueAsync(current.RequiredUserId, request, cancellationToken)

        // The account was removed after its credential was accepted.
        ?? throw new AuthenticationRequiredException();
}
