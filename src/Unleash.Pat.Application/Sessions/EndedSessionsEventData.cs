namespace Unleash.Pat.Application.Sessions;

/// <summary>Ended sessions in the event log.</summary>
/// <param name="SessionId">The session; <see langword="null"/> for all.</param>
/// <param name="Ended">How many ended.</param>
public sealed record EndedSessionsEventData(long UserId, long? SessionId, int Ended);
