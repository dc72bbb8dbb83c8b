using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>What has happened since a page of the log was loaded: what is not shown yet.</summary>
internal sealed class EventTail(string? start)
{
    private const int PageSize = 100;

    // What waits for longer is better read as pages.
    private const int MaxWaiting = 500;

    private readonly List<AuditEventCursorPage> _waiting = [];
    private readonly HashSet<long> _known = [];
    private string? _cursor = start;
    private string? _next = start;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>Says how many events wait. At the limit nothing more is asked for.</summary>
    public string Label => Count >= MaxWaiting ? $"{MaxWaiting} or more new events" : Describe(Count);

    public static string Describe(int count) => $"{count} new event{(count == 1 ? "" : "s")}";

    /// <summary>Asks for new events, unless enough of them wait.</summary>
    public async Task ReadAsync(IUnleashPatClient client, AuditEventFilter filter, CancellationToken cancellationToken)
    {
        if (_cursor is null || Count >= MaxWaiting)
        {
            return;
        }

        var page = await client.Events.GetPageAsync(_cursor, PageSize, filter, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        // Each place is asked for twice: an event can be committed after events with higher ids (docs/api.md, section 12).
        (_cursor, _next) = (_next, page.PreviousCursor ?? page.TailCursor ?? _next);
        var count = page.Items.Count(happened => _known.Add(happened.Id));
        if (count > 0)
        {
            _waiting.Add(page);
            Count += count;
        }
    }

    /// <summary>Returns the pages with the events that wait; then none wait.</summary>
    public IReadOnlyList<AuditEventCursorPage> Take()
    {
        AuditEventCursorPage[] pages = [.. _waiting];
        _waiting.Clear();
        Count = 0;
        return pages;
    }
}
