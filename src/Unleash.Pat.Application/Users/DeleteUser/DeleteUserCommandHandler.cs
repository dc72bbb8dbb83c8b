using MediatR;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.DeleteUser;

internal sealed class DeleteUserCommandHandler(AccountChanger accounts) : IRequestHandler<DeleteUserCommand>
{
    public async Task<Unit> Handle(DeleteUserCommand request, CancellationToken cancellationToken)
    {
        var change = await accounts.DeleteAsync(
            request.Id, AccountType.User, EventType.UserDeleted, cancellationToken);
        change.Require(AccountRules.NoUser);
        return Unit.Value;
    }
}
