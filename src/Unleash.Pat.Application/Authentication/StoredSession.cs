using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Authentication;

/// <summary>A session as it is stored, expired or not.</summary>
/// <param name="Caller">Its account, with the permissions that the account has now.</param>
/// <param name="LastUsedAt">Its last use that is written.</param>
/// <param name="ExpiresAt">When it expires, by that use.</param>
public sealed record StoredSession(long Id, Caller Caller, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);
