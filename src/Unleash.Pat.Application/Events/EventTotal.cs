namespace Unleash.Pat.Application.Events;

/// <summary>How many events there are.</summary>
/// <param name="Count">So many.</param>
/// <param name="IsCapped">Or more: they were not counted further, because a log has no size that it cannot outgrow.</param>
public readonly record struct EventTotal(long Count, bool IsCapped);
