namespace Unleash.Pat.Application.Authorization;

/// <summary>The token that authenticates a request; a session and an admin token of the configuration are none.</summary>
/// <param name="Id">The token, among those of its kind.</param>
/// <param name="ExpiresAt">It is dead from this instant on.</param>
/// <param name="CreatedByUserId">Of an admin token: the account that made it, where it is known.</param>
public sealed record AuthenticatingToken(long Id, DateTimeOffset ExpiresAt, long? CreatedByUserId = null);
