namespace Unleash.Pat.Application.Events;

/// <summary>Which events, and which page of them.</summary>
/// <param name="Limit">The most events on the page, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="Offset">How many newer events to skip.</param>
/// <param name="Type">Only events of this type.</param>
/// <param name="UserId">Only what this account did.</param>
/// <param name="Before">Only events older than the event of this id.</param>
public sealed record EventFilter(int Limit, int Offset, string? Type, long? UserId, long? Before = null)
{
    public const int MaxLimit = 1000;

    /// <summary>The most events that are counted.</summary>
    public const int MaxCounted = 10_000;

    public const int DefaultLimit = 100;
}
