using MediatR;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.UpdateUser;

internal sealed class UpdateUserCommandHandler(AccountChanger accounts) : IRequestHandler<UpdateUserCommand, User>
{
    public async Task<User> Handle(UpdateUserCommand request, CancellationToken cancellationToken)
    {
        var update = new AccountUpdate(
            request.Id,
            AccountType.User,
            request.Name.AsName(),
            request.Email.AsEmail(),
            request.RootRole is { } role ? RootRole.Find(role) : null);
        var change = await accounts.UpdateAsync(update, EventType.UserUpdated, cancellationToken);
        return change.Require(AccountRules.NoUser);
    }
}
