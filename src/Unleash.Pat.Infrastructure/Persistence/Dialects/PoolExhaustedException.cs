namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>Every connection of the pool is taken, and none came back in time.</summary>
internal sealed class PoolExhaustedException(Exception? cause = null)
    : Exception("No connection of the pool became free in time.", cause);
