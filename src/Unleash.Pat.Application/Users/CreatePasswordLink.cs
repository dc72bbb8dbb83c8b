using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Creates a link with which a user sets a password, in place of an earlier one.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record CreatePasswordLinkCommand(long Id) : IRequest<IssuedPasswordLink>;

internal sealed class CreatePasswordLinkCommandHandler(IUserRepository users, PasswordLinkIssuer issuer)
    : IRequestHandler<CreatePasswordLinkCommand, IssuedPasswordLink>
{
    public async Task<IssuedPasswordLink> Handle(CreatePasswordLinkCommand request, CancellationToken cancellationToken) =>
        await issuer.IssueAsync(await users.RequireUserAsync(request.Id, cancellationToken), cancellationToken);
}
