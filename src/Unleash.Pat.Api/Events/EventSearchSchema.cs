namespace Unleash.Pat.Api.Events;

/// <summary>A page of the event log, as Unleash's search has it.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Total">The number of matching events on all pages, as far as it was counted.</param>
public sealed record EventSearchSchema(IReadOnlyList<FoundEventSchema> Events, long Total);

/// <summary>An event, as Unleash's search has it.</summary>
public sealed record FoundEventSchema : EventSchema
{
    /// <summary>Kept for Unleash's admin UI: <c>null</c>.</summary>
    public string? FeatureName { get; init; }

    /// <summary>Kept for Unleash's admin UI: <c>null</c>.</summary>
    public string? Project { get; init; }

    /// <summary>Kept for Unleash's admin UI: <c>null</c>.</summary>
    public string? Environment { get; init; }
}

/// <summary>An account that did something.</summary>
public sealed record EventCreatorSchema
{
    /// <summary>The account.</summary>
    /// <example>42</example>
    public long Id { get; init; }

    /// <summary>Its name, else its username, else its address.</summary>
    /// <example>Ann</example>
    public string Name { get; init; } = "";
}
