using System.Data.Common;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Reads one page of the events that match.</summary>
/// <remarks>
/// Where indexes have all that the filter asks for, they name the page's events. Otherwise events are looked at one by one,
/// in windows, and no more than <see cref="EventFilter.MaxLookedAt"/> for a page
/// (docs/decisions/0041-the-event-log-is-read-by-ids.md).
/// </remarks>
internal sealed class EventSearch(ISqlDialect dialect, EventFilter filter, EventStreams streams, EventSlice slice, EventBounds bounds)
{
    private const int ExportBatch = 1_000;

    // Small at first, because most pages need no more.
    private static readonly int[] Windows = [1_000, EventFilter.MaxLookedAt - 1_000];

    private readonly EventWalk _walk = new(dialect, filter, streams, bounds.Of(slice));

    private bool IsExact => streams.IsExact && !bounds.AreLoose;

    /// <summary>A page without its total.</summary>
    public async Task<EventPage> ReadPageAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var wanted = slice.Limit + 1;
        if (IsExact)
        {
            await ReadExactAsync(connection, wanted, bounds.OffsetOf(slice), cancellationToken);

            // An event whose time does not match although its id is between the bounds is read and left out.
            return ToPage(_walk.Found, isCutShort: !_walk.IsAtEnd);
        }

        foreach (var window in Windows)
        {
            await _walk.ReadAsync(connection, window, offset: 0, cancellationToken);
            if (_walk.IsAtEnd || _walk.Found.Count - slice.Offset >= wanted)
            {
                break;
            }
        }

        return ToPage([.. _walk.Found.Skip(slice.Offset)], !_walk.IsAtEnd);
    }

    /// <summary>All that match among the next events, for an export.</summary>
    public async Task<EventPage> ReadBatchAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await _walk.ReadAsync(connection, IsExact ? Math.Min(slice.Limit, ExportBatch) : EventFilter.MaxLookedAt, offset: 0, cancellationToken);
        return new EventPage(ToRecords(_walk.Found), default)
        {
            Older = _walk is { IsAtEnd: false, Last: { } last } ? new EventPosition(last - 1, IsNewer: false) : null,
        };
    }

    // What is skipped is read, so a page would take longer the further back it is.
    private async Task ReadExactAsync(DbConnection connection, int wanted, int offset, CancellationToken cancellationToken)
    {
        if (offset <= EventSlice.MaxFilteredOffset)
        {
            await _walk.ReadAsync(connection, wanted, offset, cancellationToken);
            return;
        }

        await _walk.ReadAsync(connection, entries: 1, EventSlice.MaxFilteredOffset, cancellationToken);
        if (_walk.Found.Count > 0)
        {
            throw new RefusedException(Errors.OffsetTooFar);
        }
    }

    private EventPage ToPage(List<EventRow> found, bool isCutShort)
    {
        var isFull = found.Count > slice.Limit;
        var page = isFull ? found[..slice.Limit] : found;
        long? more = isFull ? page[^1].Id : isCutShort ? _walk.Last : null;
        if (slice.Position is { IsNewer: true, Id: var from })
        {
            page.Reverse();
            return new EventPage(ToRecords(page), default)
            {
                Older = from > 0 ? new EventPosition(from, IsNewer: false) : null,
                Newer = more is { } id ? new EventPosition(id, IsNewer: true) : null,
                Tail = more is null ? new EventPosition(_walk.Newest ?? from, IsNewer: true) : null,
                IsCutShort = isCutShort && !isFull,
            };
        }

        var newer = slice.Position?.Id ?? (slice.Offset > 0 && page.Count > 0 ? page[0].Id : null);
        return new EventPage(ToRecords(page), default)
        {
            Older = more is { } last ? new EventPosition(last - 1, IsNewer: false) : null,
            Newer = newer is { } after ? new EventPosition(after, IsNewer: true) : null,
            Tail = newer is null && slice.Offset == 0 ? new EventPosition(_walk.Newest ?? 0, IsNewer: true) : null,
            IsCutShort = isCutShort && !isFull,
        };
    }

    private static List<EventRecord> ToRecords(List<EventRow> rows) => rows.ConvertAll(row => row.ToRecord());
}
