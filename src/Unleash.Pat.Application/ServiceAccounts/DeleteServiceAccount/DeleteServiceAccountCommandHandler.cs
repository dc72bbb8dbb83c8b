using MediatR;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccount;

internal sealed class DeleteServiceAccountCommandHandler(AccountChanger accounts)
    : IRequestHandler<DeleteServiceAccountCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var change = await accounts.DeleteAsync(
            request.Id, AccountType.ServiceAccount, EventType.ServiceAccountDeleted, cancellationToken);
        change.Require(ServiceAccountLookup.Missing(request.Id));
        return Unit.Value;
    }
}
