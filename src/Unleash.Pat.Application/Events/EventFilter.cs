namespace Unleash.Pat.Application.Events;

/// <summary>Which events; what is not set does not matter (docs/api.md, section 12).</summary>
public sealed record EventFilter
{
    /// <summary>The most characters of <see cref="Query"/>.</summary>
    public const int MaxQueryLength = 255;

    /// <summary>The most values of one property.</summary>
    public const int MaxValues = 30;

    /// <summary>The most events that are counted.</summary>
    public const int MaxCounted = 10_000;

    /// <summary>
    /// The most events that are looked at for a page, where no index has all that the filter asks for: what takes longer is
    /// left to the next page.
    /// </summary>
    public const int MaxLookedAt = 5_000;

    /// <summary>Only events of these types; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only these events; <see langword="null"/> for all.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Only what these accounts did; <see langword="null"/> for all.</summary>
    public IReadOnlyList<long>? UserIds { get; init; }

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
}
