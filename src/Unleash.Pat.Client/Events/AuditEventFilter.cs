namespace Unleash.Pat.Client;

/// <summary>Which events to list. Where several properties are set, all of them must hold.</summary>
public sealed record AuditEventFilter
{
    /// <summary>Only this kind of event, <c>pat-created</c> for example.</summary>
    public string? Type { get; init; }

    /// <summary>Only these kinds of events; together with <see cref="Type"/>, that one as well.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Only what this account did.</summary>
    public long? UserId { get; init; }

    /// <summary>Only what was done to this account, its sessions and its tokens, by itself or by others.</summary>
    public long? SubjectUserId { get; init; }

    /// <summary>Only what was done to this personal access token.</summary>
    public long? TokenId { get; init; }

    /// <summary>Only events of this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only events before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>A part of the type, of who did it, or of a value of the data, in any case.</summary>
    public string? Query { get; init; }

    internal IReadOnlyList<string>? AllTypes => Type is { } type ? [type, .. Types ?? []] : Types;
}
