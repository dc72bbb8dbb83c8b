namespace Unleash.Pat.Application.Sessions;

/// <summary>A session that is not stored yet.</summary>
/// <param name="KeyHash">SHA-256 of its key, 32 bytes.</param>
/// <param name="CreatedAt">When it begins.</param>
/// <param name="ExpiresAt">When it expires, unless it is used before.</param>
/// <param name="Address">The client's IP address.</param>
/// <param name="UserAgent">The client's <c>User-Agent</c>.</param>
public sealed record NewSession(
    long UserId,
    byte[] KeyHash,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    string? UserAgent);
