namespace Unleash.Pat.Application.Authentication;

/// <summary>The last use of a token or a session.</summary>
/// <param name="Id">The token among those of its kind, or the session.</param>
public readonly record struct LastUse(long Id, DateTimeOffset UsedAt);
