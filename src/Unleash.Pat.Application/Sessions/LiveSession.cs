using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>A session that has not ended, with what its account may do now.</summary>
/// <param name="Id">The session.</param>
/// <param name="Caller">Whose it is.</param>
/// <param name="LastUsedAt">Its last use before this one, to the minute.</param>
public sealed record LiveSession(long Id, Caller Caller, DateTimeOffset LastUsedAt);
