namespace Unleash.Pat.Application.Sessions;

/// <summary>A user's sessions at a sign-in.</summary>
/// <param name="Active">Live sessions, the new one included.</param>
/// <param name="Deleted">Expired sessions that were deleted.</param>
public sealed record SessionCounts(int Active, int Deleted);
