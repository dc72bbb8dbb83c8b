using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>What has happened since a page of the log was loaded: where to ask for it, and what is not shown yet.</summary>
internal sealed class EventTail(string? start)
{
    /// <summary>What waits for longer is better read as pages.</summary>
    public const int MaxWaiting = 500;

    private readonly List<AuditEventCursorPage> _waiting = [];
    private readonly HashSet<long> _known = [];
    private string? _next = start;

    /// <summary>The cursor to ask with; <see langword="null"/> if there is none.</summary>
    public string? Cursor { get; private set; } = start;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count >= MaxWaiting;

    /// <summary>Adds the answer to <see cref="Cursor"/>.</summary>
    public void Add(AuditEventCursorPage page)
    {
        // Each place is asked for twice: an event can be committed after events with higher ids (docs/api.md, section 12).
        (Cursor, _next) = (_next, page.PreviousCursor ?? page.TailCursor ?? _next);
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
