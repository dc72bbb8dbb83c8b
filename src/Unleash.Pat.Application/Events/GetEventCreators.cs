using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Lists accounts that did something, for a filter of the event log to offer.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventCreatorsQuery : IRequest<IReadOnlyList<EventCreator>>
{
    /// <summary>The most accounts that are looked at, those that were created first.</summary>
    public const int MaxAccounts = 10_000;
}

/// <summary>An account that did something.</summary>
/// <param name="Name">Its name, else its username, else its address.</param>
public sealed record EventCreator(long Id, string Name);

internal sealed class GetEventCreatorsQueryHandler(IEventRepository events)
    : IRequestHandler<GetEventCreatorsQuery, IReadOnlyList<EventCreator>>
{
    public Task<IReadOnlyList<EventCreator>> Handle(GetEventCreatorsQuery request, CancellationToken cancellationToken) =>
        events.GetCreatorsAsync(GetEventCreatorsQuery.MaxAccounts, cancellationToken);
}
