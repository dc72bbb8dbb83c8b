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
        // Threat: the holder of a leaked token, even one that expires in seconds, could set a password and sign in. The admin
        // tokens that an account created count as its own.
        if (current.Token is not null && current.Required.AnswerableUserId == request.Id)
        {
            throw new RefusedException(Errors.OwnPasswordByToken);
        }

        var user = await users.RequireUserAsync(request.Id, cancellationToken);
        rules.Require(request.Password, user.Username, user.Email);
        return await setter.SetAsync(user, request.Password, expectedHash: null, cancellationToken)
            ? Unit.Value
            : throw new RefusedException(Errors.UserNotFound);
    }
}
