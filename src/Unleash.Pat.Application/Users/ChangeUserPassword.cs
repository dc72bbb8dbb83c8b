using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a person's password and ends that person's sessions, but for the one that asks.</summary>
/// <param name="Id">The account.</param>
/// <param name="Password">The new password.</param>
[RequiresPermission(Permission.Admin)]
public sealed record ChangeUserPasswordCommand(long Id, Password Password) : IRequest;

internal sealed class ChangeUserPasswordCommandHandler(
    IUserRepository users, PasswordRules rules, PasswordSetter setter, ICurrentUser current)
    : IRequestHandler<ChangeUserPasswordCommand>
{
    public async Task<Unit> Handle(ChangeUserPasswordCommand request, CancellationToken cancellationToken)
    {
        // Threat: a token that leaked, even one of a few seconds, would become a password and with it sessions. The
        // admin tokens that an account made count as its own.
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
