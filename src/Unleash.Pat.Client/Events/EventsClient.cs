using System.Runtime.CompilerServices;

namespace Unleash.Pat.Client;

internal sealed class EventsClient(WireClient wire) : IEventsClient
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<AuditEvent> ListAsync(
        AuditEventFilter? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = long.MaxValue;
        string? cursor = null;
        int? offset = 0;
        while (offset is not null || cursor is not null)
        {
            var page = await ReadAsync(filter, PageSize, offset, cursor, cancellationToken).ConfigureAwait(false);

            // An event that happens meanwhile moves the others on, and those at the border come again.
            foreach (var happened in page.Events.Where(happened => happened.Id < last))
            {
                last = happened.Id;
                yield return happened;
            }

            offset = Following(offset, page);
            cursor = page.NextCursor;
        }
    }

    // A service that knows no cursors is asked by offset.
    private static int? Following(int? offset, AuditEventPage page) =>
        page.NextCursor is null && offset + page.Events.Count < page.TotalEvents && page.Events.Count > 0 ? offset + page.Events.Count : null;

    public async Task<Page<AuditEvent>> GetPageAsync(
        int offset, int limit, AuditEventFilter? filter, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(filter, limit, offset, cursor: null, cancellationToken).ConfigureAwait(false);
        return new Page<AuditEvent>(page.Events, page.TotalEvents) { IsTotalCapped = page.TotalEventsCapped is true };
    }

    public async Task<AuditEventCursorPage> GetPageAsync(
        string? cursor, int limit, AuditEventFilter? filter, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(filter, limit, offset: null, cursor, cancellationToken).ConfigureAwait(false);
        return new AuditEventCursorPage(page.Events, page.TotalEvents)
        {
            IsTotalCapped = page.TotalEventsCapped is true,
            IsIncomplete = page.Incomplete is true,
            NextCursor = page.NextCursor,
            PreviousCursor = page.PreviousCursor,
            TailCursor = page.TailCursor,
        };
    }

    public async Task<IReadOnlyList<EventCreator>> ListCreatorsAsync(CancellationToken cancellationToken) =>
        await wire.GetEventCreatorsAsync(cancellationToken).ConfigureAwait(false);

    private Task<AuditEventPage> ReadAsync(
        AuditEventFilter? filter, int limit, int? offset, string? cursor, CancellationToken cancellationToken) => wire.GetEventsAsync(
            filter?.AllTypes,
            filter?.UserId,
            filter?.SubjectUserId,
            filter?.TokenId,
            filter?.From,
            filter?.To,
            filter?.Query,
            limit,
            offset,
            cursor,
            format: null,
            cancellationToken);
}
