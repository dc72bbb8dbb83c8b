namespace Unleash.Pat.Application.Events;

/// <summary>Which part of the events that match. Every slice has its newest event first.</summary>
/// <param name="Limit">The most events, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="Offset">How many newer events to skip; not together with a position.</param>
/// <param name="Position">Where it begins; <see langword="null"/> for the newest events.</param>
public sealed record EventSlice(int Limit, int Offset = 0, EventPosition? Position = null)
{
    /// <summary>The most events of a page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The most events of a filter that are skipped; those before them have a cursor.</summary>
    public const int MaxFilteredOffset = 1_000_000;

    /// <summary>The events of a page where nothing else is asked for.</summary>
    public const int DefaultLimit = 100;
}

/// <summary>A place between two events.</summary>
/// <param name="Id">The events before it have this id or a lower one.</param>
/// <param name="IsNewer">
/// Whether the events after the place are meant, those that are nearest to it; otherwise those before it.
/// </param>
public sealed record EventPosition(long Id, bool IsNewer);
