using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Users.ChangeUserPassword;

internal sealed class ChangeUserPasswordCommandHandler(IUserRepository users, PasswordSetter setter, ICurrentAccount current)
    : IRequestHandler<ChangeUserPasswordCommand>
{
    private const string OwnPassword =
        "A token cannot set the password of its own account. Change it with the old password, or sign in.";

    public async Task<Unit> Handle(ChangeUserPasswordCommand request, CancellationToken cancellationToken)
    {
        // Threat: a token that leaked, even one of a few seconds, would become a password and with it sessions. The
        // admin tokens that an account made count as its own.
        if (current.Token is not null && current.Required.AnswerableUserId == request.Id)
        {
            throw new OperationDeniedException(OwnPassword);
        }

        var user = await users.RequirePersonAsync(request.Id, cancellationToken);
        return await setter.SetAsync(user, request.Password, expectedHash: null, cancellationToken)
            ? Unit.Value
            : throw new NotFoundException(AccountRules.NoUser);
    }
}
