namespace Unleash.Pat.Application.Events;

/// <summary>An event as it was recorded.</summary>
/// <param name="Id">Rises with every event.</param>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">Who did it, by name.</param>
/// <param name="CreatedByUserId">Who did it, by id.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Data">What was so afterwards, a JSON object.</param>
/// <param name="PreData">What was so before, a JSON object.</param>
public sealed record EventRecord(
    long Id,
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    string? Data,
    string? PreData);
