namespace Unleash.Pat.Application.Events;

/// <summary>Which events, and which page of them.</summary>
/// <param name="Limit">The most events on the page, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="Offset">How many newer ones to pass over.</param>
/// <param name="Type">Only this kind.</param>
/// <param name="UserId">Only what this account did.</param>
/// <param name="Before">Only what is older than the event of this id.</param>
public sealed record EventFilter(int Limit, int Offset, string? Type, long? UserId, long? Before = null)
{
    /// <summary>The most events on one page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The most events that are counted.</summary>
    public const int MaxCounted = 10_000;

    /// <summary>The events on a page whose size nobody named.</summary>
    public const int DefaultLimit = 100;
}
