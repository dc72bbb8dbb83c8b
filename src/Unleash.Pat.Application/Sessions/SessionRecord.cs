namespace Unleash.Pat.Application.Sessions;

/// <summary>A live session, as its owner and administrators see it.</summary>
/// <param name="Id">The session.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastUsedAt">When it was last used, to the minute.</param>
/// <param name="ExpiresAt">When it ends, unless it is used before.</param>
/// <param name="Address">From where it began.</param>
/// <param name="UserAgent">By which program.</param>
public sealed record SessionRecord(
    long Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    string? UserAgent);
