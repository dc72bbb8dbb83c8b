using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Creates a link with which a user sets a new password, as Unleash's admin UI asks for it.</summary>
/// <param name="Name">The user's e-mail address in any case, or the username.</param>
[RequiresPermission(Permission.Admin)]
public sealed record ResetUserPasswordCommand(string Name) : IRequest<IssuedPasswordLink>;

internal sealed class ResetUserPasswordCommandHandler(IUserRepository users, PasswordLinkIssuer issuer)
    : IRequestHandler<ResetUserPasswordCommand, IssuedPasswordLink>
{
    public async Task<IssuedPasswordLink> Handle(ResetUserPasswordCommand request, CancellationToken cancellationToken)
    {
        var found = await users.FindForSignInAsync(request.Name, cancellationToken)
            ?? throw new RefusedException(Errors.UserNotFound);
        return await issuer.IssueAsync(found.User, cancellationToken);
    }
}
