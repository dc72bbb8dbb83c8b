namespace Unleash.Pat.Application.Sessions;

/// <summary>When sessions are used, which prolongs them.</summary>
public interface ISessionUses
{
    /// <summary>Gathers that a session was used; it is written down soon, never backwards, and counts on this node at once.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="usedAt">When.</param>
    void Mark(long sessionId, DateTimeOffset usedAt);
}
