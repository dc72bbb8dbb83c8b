namespace Unleash.Pat.Client;

/// <summary>A page of the event log, newest first.</summary>
/// <param name="Items">The events.</param>
/// <param name="Total">How many there are on all pages, as far as they were counted.</param>
public sealed record AuditEventCursorPage(IReadOnlyList<AuditEvent> Items, long Total)
{
    /// <summary>Whether there can be more than <see cref="Total"/>.</summary>
    public bool IsTotalCapped { get; init; }

    /// <summary>Whether the service stopped to look for events before the page was full; <see cref="NextCursor"/> goes on.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Where the page of older events begins; <see langword="null"/> on the last one.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Where the page of newer events begins; <see langword="null"/> on the page of the newest events.</summary>
    public string? PreviousCursor { get; init; }

    /// <summary>
    /// Where events begin that happen after this page was read; <see langword="null"/> where <see cref="PreviousCursor"/> is not.
    /// </summary>
    public string? TailCursor { get; init; }
}
