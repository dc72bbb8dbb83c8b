using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>Gets a page of the event log for Unleash's admin UI, which has offsets and totals alone (docs/api.md, section 12).</summary>
/// <remarks>That UI asks for every user, whose home page shows the log. Only administrators find what others did.</remarks>
[NoPermissionRequired("The handler leaves others only what they did themselves.")]
public sealed record SearchEventsQuery(EventFilter Filter, EventSlice Slice) : IRequest<EventPage>;

internal sealed class SearchEventsQueryHandler(IEventRepository events, ICurrentUser current) : IRequestHandler<SearchEventsQuery, EventPage>
{
    // Each looks at up to 5,000 events.
    internal const int MaxBatches = 20;

    public Task<EventPage> Handle(SearchEventsQuery request, CancellationToken cancellationToken) =>
        SearchAsync(request with { Filter = Visible(request.Filter) }, cancellationToken);

    private async Task<EventPage> SearchAsync(SearchEventsQuery request, CancellationToken cancellationToken)
    {
        var page = await events.GetPageAsync(request.Filter, request.Slice, cancellationToken);
        var isWhole = page.Older is null || page.Total.Count > request.Slice.Offset + page.Events.Count;
        return isWhole ? page : await LookFurtherAsync(request, page, cancellationToken);
    }

    // Threat: the log names accounts, addresses and tokens of others.
    private EventFilter Visible(EventFilter filter)
    {
        if (current.Required.Role.Grants(Permission.Admin))
        {
            return filter;
        }

        var own = current.RequiredUserId;
        return filter.UserIds?.Contains(own) is false ? filter with { Ids = [] } : filter with { UserIds = [own] };
    }

    // The UI would take a page that stopped early for the last one.
    private async Task<EventPage> LookFurtherAsync(SearchEventsQuery request, EventPage first, CancellationToken cancellationToken)
    {
        var (limit, offset) = (request.Slice.Limit, request.Slice.Offset);

        // A first page need not be read again; what a later one has skipped is not in it.
        List<EventRecord> found = offset == 0 ? [.. first.Events] : [];
        var slice = new EventSlice(EventSlice.MaxLimit, Position: offset == 0 ? first.Older : null);
        for (var batches = 0; batches < MaxBatches && found.Count <= offset + limit; batches++)
        {
            var batch = await events.GetBatchAsync(request.Filter, slice, cancellationToken);
            found.AddRange(batch.Events);
            if (batch.Older is null)
            {
                return new EventPage([.. found.Skip(offset).Take(limit)], new EventTotal(found.Count, IsCapped: false));
            }

            slice = slice with { Position = batch.Older };
        }

        return new EventPage([.. found.Skip(offset).Take(limit)], new EventTotal(found.Count, IsCapped: true));
    }
}
