using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Gets a page of the event log.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventsQuery(EventFilter Filter, EventSlice Slice) : IRequest<EventPage>
{
    /// <summary>Whether all events are read, page after page: then a page has no total.</summary>
    public bool IsExport { get; init; }
}

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator() => RuleFor(query => query.Slice.Offset)
        .Equal(0)
        .When(query => query.Slice.Position is not null)
        .WithError(Errors.OffsetWithCursor);
}

internal sealed class GetEventsQueryHandler(IEventRepository events) : IRequestHandler<GetEventsQuery, EventPage>
{
    public Task<EventPage> Handle(GetEventsQuery request, CancellationToken cancellationToken) => request.IsExport
        ? events.GetBatchAsync(request.Filter, request.Slice, cancellationToken)
        : events.GetPageAsync(request.Filter, request.Slice, cancellationToken);
}
