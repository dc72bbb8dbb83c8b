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

    private static readonly EventFilter SignIns = new() { Types = [EventType.UserSignedIn, EventType.UserSignInFailed] };

    public async Task<IReadOnlyList<EventRecord>> Handle(GetSignInsQuery request, CancellationToken cancellationToken) =>
        (await events.GetBatchAsync(SignIns, new EventSlice(Most), cancellationToken)).Events;
}
