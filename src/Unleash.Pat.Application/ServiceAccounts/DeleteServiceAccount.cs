using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Removes a service account and its tokens.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountCommand(long Id) : IRequest;

internal sealed class DeleteServiceAccountCommandHandler(AccountChanger accounts)
    : IRequestHandler<DeleteServiceAccountCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var change = await accounts.DeleteAsync(
            request.Id, AccountType.ServiceAccount, EventType.ServiceAccountDeleted, cancellationToken);
        change.Require(Errors.ServiceAccountNotFound(request.Id));
        return Unit.Value;
    }
}
