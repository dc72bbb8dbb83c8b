using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Authentication;

/// <summary>A session that has not expired.</summary>
/// <param name="Caller">Its account, with the permissions that the account has now.</param>
/// <param name="LastUsedAt">Its last use before this one, to the minute.</param>
public sealed record LiveSession(long Id, Caller Caller, DateTimeOffset LastUsedAt);
