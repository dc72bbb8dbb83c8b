namespace Unleash.Pat.Application.Events;

/// <summary>An event to record in the transaction of its change; <see cref="AuditStamp.With"/> makes it.</summary>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">The name of the account or admin token.</param>
/// <param name="CreatedByUserId">The account, or <see langword="null"/>.</param>
/// <param name="Data">The state after the change; never a secret.</param>
/// <param name="PreData">The state before the change.</param>
public sealed record AuditEvent(
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    object? Data = null,
    object? PreData = null);
