namespace Unleash.Pat.Client;

/// <summary>Which events to list. Where both are set, both must hold.</summary>
public sealed record AuditEventFilter
{
    /// <summary>Only this kind of event, <c>pat-created</c> for example.</summary>
    public string? Type { get; init; }

    /// <summary>Only what this account did.</summary>
    public long? UserId { get; init; }
}
