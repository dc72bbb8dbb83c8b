namespace Unleash.Pat.Application.Sessions;

/// <summary>A session that is about to begin.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="KeyHash">SHA-256 of its key, 32 bytes.</param>
/// <param name="CreatedAt">When it begins.</param>
/// <param name="ExpiresAt">When it ends, unless it is used before.</param>
/// <param name="Address">From where.</param>
/// <param name="UserAgent">By which program.</param>
public sealed record NewSession(
    long UserId,
    byte[] KeyHash,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    string? UserAgent);
