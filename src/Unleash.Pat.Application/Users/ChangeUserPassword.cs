using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a user's password and ends the user's sessions, except for the caller's own.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record ChangeUserPasswordCommand(long Id, Password Password) : IRequest;

internal sealed class ChangeUserPasswordCommandHandler(
    IUserRepository users, PasswordRules rules, PasswordSetter setter, ICurrentUser current)
    : IRequestHandler<ChangeUserPasswordCommand>
{
    public async Task<Unit> Handle(ChangeUserPasswordCommand request, CancellationToken cancellationToken)
    {
        current.RefuseOwnPasswordByToken(request.Id);
        var user = await users.RequireUserAsync(request.Id, cancellationToken);
        rules.Require(request.Password, user.Username, user.Email);
        return await setter.SetAsync(user, request.Password, expectedHash: null, cancellationToken)
            ? Unit.Value
            : throw new RefusedException(Errors.UserNotFound);
    }
}
