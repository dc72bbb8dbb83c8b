using MediatR;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.UpdateServiceAccount;

internal sealed class UpdateServiceAccountCommandHandler(AccountChanger accounts)
    : IRequestHandler<UpdateServiceAccountCommand, User>
{
    public async Task<User> Handle(UpdateServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var update = new AccountUpdate(
            request.Id,
            AccountType.ServiceAccount,
            request.Name.AsName(),
            Email: null,
            request.RootRole is { } role ? RootRole.Find(role) : null);
        var change = await accounts.UpdateAsync(update, EventType.ServiceAccountUpdated, cancellationToken);
        return change.Require(ServiceAccountLookup.Missing(request.Id));
    }
}
