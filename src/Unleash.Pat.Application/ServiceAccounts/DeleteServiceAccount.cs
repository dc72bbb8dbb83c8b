using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Deletes a service account with its tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteServiceAccountCommand(long Id) : IRequest;

internal sealed class DeleteServiceAccountCommandHandler(
    IUserRepository users, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteServiceAccountCommand>
{
    public async Task<Unit> Handle(DeleteServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.ServiceAccountDeleted, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await users.DeleteAsync(request.Id, AccountType.ServiceAccount, audit, cancellationToken);
            result.RequireAccount(Errors.ServiceAccountNotFound(request.Id));
            return Unit.Value;
        }
        finally
        {
            // Threat: as for a user, a deletion that was not acknowledged would leave tokens that authenticate.
            cache.EvictAccount(request.Id);
        }
    }
}
