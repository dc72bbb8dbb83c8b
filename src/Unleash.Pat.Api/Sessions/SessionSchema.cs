namespace Unleash.Pat.Api.Sessions;

/// <summary>A live session.</summary>
public sealed record SessionSchema
{
    /// <summary>The session's id, which is not a credential.</summary>
    public long Id { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When it ends, unless it is used before.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The address where it began; <c>null</c> if it is unknown.</summary>
    public string? Address { get; init; }

    /// <summary>The client program; <c>null</c> if it is unknown.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Whether it is the current session.</summary>
    public bool Current { get; init; }
}

/// <summary>An account's live sessions.</summary>
/// <param name="Sessions">By id.</param>
public sealed record SessionsSchema(IReadOnlyList<SessionSchema> Sessions);
