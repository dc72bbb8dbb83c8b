using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Tokens.CreatePat;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccountToken;

internal sealed class CreateServiceAccountTokenCommandHandler(IUserRepository users, PatIssuer issuer)
    : IRequestHandler<CreateServiceAccountTokenCommand, IssuedPat>
{
    public async Task<IssuedPat> Handle(CreateServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await issuer.IssueAsync(request.AccountId, request, cancellationToken)
            ?? throw new NotFoundException(ServiceAccountLookup.Missing(request.AccountId));
    }
}
