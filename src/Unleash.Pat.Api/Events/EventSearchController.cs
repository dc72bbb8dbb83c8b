using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>The event log as Unleash's admin UI asks for it.</summary>
[ApiController]
[Route("api/admin")]
[Tags(ApiTags.Events)]
public sealed class EventSearchController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Search for events, with Unleash's parameters.</summary>
    /// <remarks>
    /// Returns a page of the event log, newest first. A parameter with an operator is `IS:` and a value, or `IS_ANY_OF:` and
    /// values with commas between them. Events of this service belong to no feature, project, environment or group.
    /// </remarks>
    /// <param name="query">A part of the type, of who did it, or of a value of the data, in any case.</param>
    /// <param name="id">Only these events.</param>
    /// <param name="type">Only these kinds of events.</param>
    /// <param name="createdBy">Only what these accounts did, by their ids.</param>
    /// <param name="from">Only events of this day (UTC) or later: `IS:2024-01-01`.</param>
    /// <param name="to">Only events of this day (UTC) or earlier: `IS:2024-01-31`.</param>
    /// <param name="feature">Only events of these features.</param>
    /// <param name="project">Only events of these projects.</param>
    /// <param name="environment">Only events of these environments.</param>
    /// <param name="groupId">Only events of these groups.</param>
    /// <param name="limit">The most events to give, 1 to 1000; any other value is 50.</param>
    /// <param name="offset">How many newer events to skip.</param>
    /// <returns>A page of the log.</returns>
    [HttpGet("search/events")]
    [Sends<SearchEventsQuery>]
    [Refuses(nameof(Errors.OffsetTooFar))]
    public async Task<EventSearchSchema> SearchEvents(
        [FromQuery] string? query,
        [FromQuery] string? id,
        [FromQuery] string? type,
        [FromQuery] string? createdBy,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery] string? feature,
        [FromQuery] string? project,
        [FromQuery] string? environment,
        [FromQuery] string? groupId,
        [FromQuery] string? limit,
        [FromQuery] string? offset,
        CancellationToken cancellationToken)
    {
        QueryRules.RequireOnce(Request.Query);
        var types = EventSearchReader.Texts(nameof(type), type);
        var filter = new EventFilter
        {
            Query = EventFilterReader.Query(query),
            Ids = EventSearchReader.Numbers(nameof(id), id),
            Types = types ?? [],
            UserIds = EventSearchReader.Numbers(nameof(createdBy), createdBy),
            From = EventSearchReader.Day(nameof(from), from),
            To = EventSearchReader.Day(nameof(to), to)?.AddDays(1),
        };
        var findsNone = types is [] || new[] { (nameof(feature), feature), (nameof(project), project), (nameof(environment), environment), (nameof(groupId), groupId) }
            .Any(other => EventSearchReader.Texts(other.Item1, other.Item2) is not null);
        var page = await mediator.Send(
            new SearchEventsQuery(findsNone ? filter with { Ids = [] } : filter, EventSearchReader.Slice(limit, offset)), cancellationToken);
        return new EventSearchSchema(mapper.Map<IReadOnlyList<FoundEventSchema>>(page.Events), page.Total.Count);
    }

    /// <summary>Get the accounts that did something.</summary>
    /// <remarks>Returns the accounts that the event log names, of the first 10,000 that were created.</remarks>
    /// <returns>The accounts, by id.</returns>
    [HttpGet("event-creators")]
    [Sends<GetEventCreatorsQuery>]
    public async Task<IReadOnlyList<EventCreatorSchema>> GetEventCreators(CancellationToken cancellationToken) =>
        mapper.Map<IReadOnlyList<EventCreatorSchema>>(await mediator.Send(new GetEventCreatorsQuery(), cancellationToken));
}
