using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Says whose password a link sets.</summary>
[NoPermissionRequired("The link's token is the credential.")]
public sealed record GetPasswordLinkQuery(PasswordLinkToken Token) : IRequest<StoredPasswordLink>;

internal sealed class GetPasswordLinkQueryHandler(PasswordLinkReader links)
    : IRequestHandler<GetPasswordLinkQuery, StoredPasswordLink>
{
    public Task<StoredPasswordLink> Handle(GetPasswordLinkQuery request, CancellationToken cancellationToken) =>
        links.RequireAsync(request.Token, cancellationToken);
}
