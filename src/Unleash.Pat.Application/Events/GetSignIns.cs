using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Lists the latest sign-ins, refused ones included, newest first.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetSignInsQuery : IRequest<IReadOnlyList<EventRecord>>;

internal sealed class GetSignInsQueryHandler(IEventRepository events)
    : IRequestHandler<GetSignInsQuery, IReadOnlyList<EventRecord>>
{
    private const int Most = 500;

    public async Task<IReadOnlyList<EventRecord>> Handle(GetSignInsQuery request, CancellationToken cancellationToken)
    {
        // Each kind has an index of its own order; both together have none.
        var accepted = await GetAsync(EventType.UserSignedIn, cancellationToken);
        var refused = await GetAsync(EventType.UserSignInFailed, cancellationToken);
        return [.. accepted.Concat(refused).OrderByDescending(entry => entry.Id).Take(Most)];
    }

    private async Task<IReadOnlyList<EventRecord>> GetAsync(string type, CancellationToken cancellationToken) =>
        (await events.GetAsync(new EventFilter(Limit: Most, Offset: 0, Type: type, UserId: null), cancellationToken)).Events;
}
