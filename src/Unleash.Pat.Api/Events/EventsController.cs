using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>The event log.</summary>
[ApiController]
[Route("api/admin/events")]
[Tags(ApiTags.Events)]
public sealed class EventsController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get the most recent events, newest first.</summary>
    /// <remarks>
    /// Returns a page of the event log, and the number of matching events. A page that `cursor` names costs the same however
    /// far back it is, and events that happen meanwhile do not move it.
    /// </remarks>
    /// <param name="type">Only this kind of event.</param>
    /// <param name="limit">The most events to give.</param>
    /// <param name="offset">How many newer events to skip.</param>
    /// <param name="userId">Only what this account did.</param>
    /// <param name="cursor">Begin after the page whose `nextCursor` this is; not together with `offset`.</param>
    /// <returns>A page of the log.</returns>
    [HttpGet]
    [Sends<GetEventsQuery>]
    public async Task<EventsSchema> GetEvents(
        [FromQuery] string? type,
        [IntegerParameter, Range(1, EventFilter.MaxLimit)] int limit = EventFilter.DefaultLimit,
        [IntegerParameter, Range(0, int.MaxValue)] int offset = 0,
        [IntegerParameter] long? userId = null,
        [FromQuery] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var filter = new EventFilter(limit, offset, string.IsNullOrEmpty(type) ? null : type, userId, EventCursor.Read(cursor));
        var page = await mediator.Send(new GetEventsQuery(filter), cancellationToken);
        return new EventsSchema(mapper.Map<IReadOnlyList<EventSchema>>(page.Events), page.Total.Count)
        {
            TotalEventsCapped = page.Total.IsCapped ? true : null,
            NextCursor = page.HasMore ? EventCursor.After(page.Events[^1]) : null,
        };
    }
}
