using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>
/// Forgets who users are at the identity provider, and ends their sessions. It answers with their number. At the next
/// sign-in a user is found by the verified e-mail address, as the first time.
/// </summary>
/// <param name="UserId">The user; <see langword="null"/> for all.</param>
[RequiresPermission(Permission.Admin)]
public sealed record UnlinkUsersCommand(long? UserId) : IRequest<int>;

internal sealed class UnlinkUsersCommandHandler(
    IUserIdentityRepository identities, ISessionRepository sessions, ICurrentUser current, TimeProvider time)
    : IRequestHandler<UnlinkUsersCommand, int>
{
    private const int BatchSize = 100;

    public async Task<int> Handle(UnlinkUsersCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.UserIdentityUnlinked, UtcMilliseconds.UtcNow(time));
        var users = new HashSet<long>();
        IReadOnlyList<long> unlinked;
        do
        {
            unlinked = await identities.UnlinkAsync(request.UserId, BatchSize, audit, cancellationToken);
            foreach (var userId in unlinked.Where(users.Add))
            {
                await EndSessionsAsync(userId, audit, cancellationToken);
            }
        }
        while (unlinked.Count == BatchSize);

        // A run that was interrupted can have unlinked the user and left the sessions.
        if (request.UserId is { } one && !users.Contains(one))
        {
            await EndSessionsAsync(one, audit, cancellationToken);
        }

        return users.Count;
    }

    // Threat: a person who was wrongly taken for the user is still signed in.
    private async Task EndSessionsAsync(long userId, AuditStamp audit, CancellationToken cancellationToken) =>
        await sessions.EndOfUserAsync(userId, null, audit with { Type = EventType.SessionsEnded }, cancellationToken);
}
