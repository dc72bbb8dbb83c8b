namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The events between two ids, and the direction in which they are read.</summary>
/// <param name="Above">Events with a greater id; <see langword="null"/> for all.</param>
/// <param name="Before">Events with a smaller id; <see langword="null"/> for all.</param>
/// <param name="Filled">Events with a greater id have their subject.</param>
/// <param name="IsAscending">Whether the oldest is read first.</param>
internal sealed record EventRange(long? Above, long? Before, long Filled = 0, bool IsAscending = false)
{
    public static EventRange All { get; } = new(null, null);

    /// <summary>The part of it that follows an event in its direction.</summary>
    public EventRange After(long id) => IsAscending
        ? this with { Above = Math.Max(Above ?? id, id) }
        : this with { Before = Math.Min(Before ?? id, id) };
}
