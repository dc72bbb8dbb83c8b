using MediatR;

namespace Unleash.Pat.Application.Auditing.GetEvents;

internal sealed class GetEventsQueryHandler(IEventRepository events) : IRequestHandler<GetEventsQuery, EventPage>
{
    public Task<EventPage> Handle(GetEventsQuery request, CancellationToken cancellationToken) =>
        events.GetAsync(request.Filter, cancellationToken);
}
