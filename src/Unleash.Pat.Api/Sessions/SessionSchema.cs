namespace Unleash.Pat.Api.Sessions;

/// <summary>A live session.</summary>
public sealed record SessionSchema
{
    /// <summary>The session's id, which opens nothing.</summary>
    public long Id { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When it ends, unless it is used before.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>From where it began; <c>null</c> where that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>By which program; <c>null</c> where it did not say.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Whether it is the current session.</summary>
    public bool Current { get; init; }
}

/// <summary>An account's live sessions.</summary>
/// <param name="Sessions">By id.</param>
public sealed record SessionsSchema(IReadOnlyList<SessionSchema> Sessions);
