using MediatR;
using Unleash.Pat.Application.Common.Exceptions;

namespace Unleash.Pat.Application.Users.ChangeUserPassword;

internal sealed class ChangeUserPasswordCommandHandler(IUserRepository users, PasswordSetter setter)
    : IRequestHandler<ChangeUserPasswordCommand>
{
    public async Task<Unit> Handle(ChangeUserPasswordCommand request, CancellationToken cancellationToken)
    {
        var user = await users.RequirePersonAsync(request.Id, cancellationToken);
        return await setter.SetAsync(user, request.Password, expectedHash: null, cancellationToken)
            ? Unit.Value
            : throw new NotFoundException(AccountRules.NoUser);
    }
}
