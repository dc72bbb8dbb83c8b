using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>The events that the page shows: a page of the log, and what has happened since then.</summary>
internal sealed class ShownEvents(AuditEventCursorPage page)
{
    // A longer list makes the page slow.
    private const int Most = 500;

    // Only the service knows where a page begins, so the list can end only where one of its pages does.
    private readonly List<(long Oldest, string Older)> _ends = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AuditEvent> Items { get; private set; } = page.Items;

    /// <summary>The cursor of the events that are older than these; <see langword="null"/> if there are none.</summary>
    public string? Older { get; private set; } = page.NextCursor;

    public void Add(IReadOnlyList<AuditEventCursorPage> newer)
    {
        _ends.AddRange(newer.Where(page => page is { NextCursor: not null, Items.Count: > 0 }).Select(page => (page.Items[^1].Id, page.NextCursor!)));

        // An event that was committed late belongs below others that are shown already.
        Items = [.. newer.SelectMany(page => page.Items).Concat(Items).DistinctBy(item => item.Id).OrderByDescending(item => item.Id)];
        if (Items.Count > Most)
        {
            Cut(Items[Most].Id);
        }
    }

    private void Cut(long first)
    {
        _ends.RemoveAll(end => end.Oldest <= first);
        if (_ends.Count > 0)
        {
            (var oldest, Older) = _ends.MinBy(end => end.Oldest);
            Items = [.. Items.Where(item => item.Id >= oldest)];
        }
    }
}
