using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Http.Exports;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>The event log.</summary>
[ApiController]
[Route("api/admin/events")]
[Tags(ApiTags.Events)]
public sealed class EventsController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get events, newest first.</summary>
    /// <remarks>
    /// Returns a page of the event log, and the number of matching events. A page that `cursor` names costs the same however
    /// far back it is, and events that happen meanwhile do not move it. A filter that no index answers looks at up to 5,000
    /// events a page: a page that ends for that reason has `incomplete`, and `nextCursor` goes on. With `accept: text/csv` or
    /// `application/x-ndjson`, or `format`: all events that match, one a line. An empty parameter counts as absent.
    /// </remarks>
    /// <param name="type">Only these kinds of events; given several times, or with commas between them.</param>
    /// <param name="userId">Only what this account did.</param>
    /// <param name="subjectUserId">Only what was done to this account, its sessions and its tokens, by itself or by others.</param>
    /// <param name="tokenId">Only what was done to this personal access token.</param>
    /// <param name="from">Only events of this time or later.</param>
    /// <param name="to">Only events before this time.</param>
    /// <param name="query">A part of the type, of who did it, or of a value of the data, in any case and any script.</param>
    /// <param name="limit">The most events to give; does not matter for an export.</param>
    /// <param name="offset">How many newer events to skip.</param>
    /// <param name="cursor">Begin where a cursor of another page says; not together with `offset`.</param>
    /// <param name="format">`csv` or `ndjson`: all events that match, whatever `accept` says. `json`: a page.</param>
    /// <returns>A page of the log.</returns>
    [HttpGet]
    [Sends<GetEventsQuery>]
    [Refuses(nameof(Errors.OffsetTooFar))]
    [AlsoSends(ExportMedia.Csv)]
    [AlsoSends(ExportMedia.Ndjson)]
    [SendsHeader("content-disposition", "The name of the file, of an export.")]
    [ProducesResponseType<EventsSchema>(StatusCodes.Status200OK)]
    public async Task<IActionResult> GetEvents(
        [FromQuery] string[]? type = null,
        [IntegerParameter] long? userId = null,
        [IntegerParameter] long? subjectUserId = null,
        [IntegerParameter] long? tokenId = null,
        [QueryParameter] DateTimeOffset? from = null,
        [QueryParameter] DateTimeOffset? to = null,
        [FromQuery] string? query = null,
        [IntegerParameter, Range(1, EventSlice.MaxLimit)] int limit = EventSlice.DefaultLimit,
        [IntegerParameter, Range(0, int.MaxValue)] int offset = 0,
        [FromQuery] string? cursor = null,
        [FromQuery] string? format = null,
        CancellationToken cancellationToken = default)
    {
        QueryRules.RequireOnce(Request.Query, repeatable: nameof(type));
        var filter = new EventFilter
        {
            Types = EventFilterReader.Types(type),
            UserIds = userId is { } actor ? [actor] : null,
            SubjectUserId = subjectUserId,
            TokenId = tokenId,
            From = from,
            To = to,
            Query = EventFilterReader.Query(query),
        };
        return ExportForm.Of(Request, format, ExportMedia.Csv, ExportMedia.Ndjson) switch
        {
            ExportMedia.Csv => Export(EventExports.Csv, filter),
            ExportMedia.Ndjson => Export(EventExports.Ndjson(mapper.Map<EventSchema>), filter),
            _ => Ok(await GetPageAsync(filter, new EventSlice(limit, offset, EventCursor.Read(cursor)), cancellationToken)),
        };
    }

    private ExportResult<EventRecord, EventPosition> Export(IExportFormat<EventRecord> format, EventFilter filter) => new(
        format,
        async (after, token) =>
        {
            var page = await mediator.Send(
                new GetEventsQuery(filter, new EventSlice(EventSlice.MaxLimit, Position: after)) { IsExport = true }, token);
            return new ExportBatch<EventRecord, EventPosition>(page.Events, page.Older);
        });

    private async Task<EventsSchema> GetPageAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetEventsQuery(filter, slice), cancellationToken);
        return new EventsSchema(mapper.Map<IReadOnlyList<EventSchema>>(page.Events), page.Total.Count)
        {
            TotalEventsCapped = page.Total.IsCapped ? true : null,
            Incomplete = page.IsCutShort ? true : null,
            NextCursor = EventCursor.Write(page.Older),
            PreviousCursor = EventCursor.Write(page.Newer),
            TailCursor = EventCursor.Write(page.Tail),
        };
    }
}
