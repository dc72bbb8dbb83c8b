using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Gets a page of the event log.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventsQuery(EventFilter Filter) : IRequest<EventPage>;

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator() => RuleFor(query => query.Filter.Offset)
        .Equal(0)
        .When(query => query.Filter.Before is not null)
        .WithError(Errors.OffsetWithCursor);
}

internal sealed class GetEventsQueryHandler(IEventRepository events) : IRequestHandler<GetEventsQuery, EventPage>
{
    public Task<EventPage> Handle(GetEventsQuery request, CancellationToken cancellationToken) =>
        events.GetAsync(request.Filter, cancellationToken);
}
