namespace Unleash.Pat.Application.Sessions;

/// <summary>What signing in has found and left.</summary>
/// <param name="Active">The user's live sessions, the new one included.</param>
/// <param name="Deleted">The user's ended sessions that were cleared away.</param>
public sealed record SessionCounts(int Active, int Deleted);
