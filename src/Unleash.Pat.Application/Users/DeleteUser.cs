using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Removes a person's account, its sessions and its tokens.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteUserCommand(long Id) : IRequest;

internal sealed class DeleteUserCommandHandler(AccountChanger accounts) : IRequestHandler<DeleteUserCommand>
{
    public async Task<Unit> Handle(DeleteUserCommand request, CancellationToken cancellationToken)
    {
        var change = await accounts.DeleteAsync(
            request.Id, AccountType.User, EventType.UserDeleted, cancellationToken);
        change.Require(Errors.UserNotFound);
        return Unit.Value;
    }
}
