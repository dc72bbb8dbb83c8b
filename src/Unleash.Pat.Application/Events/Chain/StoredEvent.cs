namespace Unleash.Pat.Application.Events.Chain;

/// <summary>An event with everything that the database has of it.</summary>
/// <param name="SubjectUserId">To which account it was done, where that is another one.</param>
/// <param name="TokenId">To which personal access token it was done.</param>
/// <param name="Stamp">What <see cref="EventStamper"/> made; <see langword="null"/> on events of earlier versions.</param>
public sealed record StoredEvent(
    long Id,
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    string? Data,
    string? PreData,
    long? SubjectUserId,
    long? TokenId,
    byte[]? Stamp);

/// <summary>The seal of an event.</summary>
/// <param name="Hash">The hash of the event and of the seal before it.</param>
public sealed record EventSeal(long EventId, byte[] Hash);

/// <summary>An event and its seal.</summary>
public sealed record SealedEvent(StoredEvent Event, byte[] Hash);
