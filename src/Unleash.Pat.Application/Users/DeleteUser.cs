using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Deletes a user with the user's sessions and tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteUserCommand(long Id) : IRequest;

internal sealed class DeleteUserCommandHandler(
    IUserRepository users, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteUserCommand>
{
    public async Task<Unit> Handle(DeleteUserCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.UserDeleted, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await users.DeleteAsync(request.Id, AccountType.User, audit, cancellationToken);
            result.RequireAccount(Errors.UserNotFound);
            return Unit.Value;
        }
        finally
        {
            // Threat: after a deletion that was committed but not acknowledged, the user's tokens would still authenticate
            // on this node. So the cache forgets them, whatever the database answered.
            cache.EvictAccount(request.Id);
        }
    }
}
