using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Asks for a page of the event log.</summary>
/// <param name="Filter">Which events, and which page.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventsQuery(EventFilter Filter) : IRequest<EventPage>;

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator()
    {
        RuleFor(query => query.Filter.Limit).MustBeLimit(EventFilter.MaxLimit);
        RuleFor(query => query.Filter.Offset).MustBeOffset();
        RuleFor(query => query.Filter.Offset)
            .Equal(0)
            .When(query => query.Filter.Before is not null)
            .WithError(Errors.OffsetWithCursor);
    }
}

internal sealed class GetEventsQueryHandler(IEventRepository events) : IRequestHandler<GetEventsQuery, EventPage>
{
    public Task<EventPage> Handle(GetEventsQuery request, CancellationToken cancellationToken) =>
        events.GetAsync(request.Filter, cancellationToken);
}
