namespace Unleash.Pat.Application.Sessions;

/// <summary>A live session, as its user and administrators see it.</summary>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastUsedAt">When it was last used, to the minute.</param>
/// <param name="ExpiresAt">When it expires, unless it is used before.</param>
/// <param name="Address">The client's IP address at the sign-in.</param>
/// <param name="UserAgent">The client's <c>User-Agent</c> at the sign-in.</param>
public sealed record SessionRecord(
    long Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    string? UserAgent);
