namespace Unleash.Pat.Application.Events;

/// <summary>A number of events.</summary>
/// <param name="IsCapped">Whether there can be more: counting stops at <see cref="EventFilter.MaxCounted"/>.</param>
public readonly record struct EventTotal(long Count, bool IsCapped);
