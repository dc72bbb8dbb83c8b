using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions;

/// <summary>A session that has not ended, with what its account may do now.</summary>
/// <param name="Id">The session.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="LastUsedAt">Its last use before this one, to the minute.</param>
public sealed record LiveSession(long Id, Account Account, DateTimeOffset LastUsedAt);
