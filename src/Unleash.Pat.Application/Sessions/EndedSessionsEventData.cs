namespace Unleash.Pat.Application.Sessions;

/// <summary>What the event log keeps of sessions that were ended.</summary>
/// <param name="UserId">Whose they were.</param>
/// <param name="SessionId">Which one; <see langword="null"/> where it was all.</param>
/// <param name="Ended">How many there were.</param>
public sealed record EndedSessionsEventData(long UserId, long? SessionId, int Ended);
