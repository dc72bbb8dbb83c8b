using Microsoft.Extensions.Internal;

namespace Unleash.Pat.Application.Authentication;

/// <summary>A clock for durations, which no change of the wall clock affects.</summary>
/// <remarks>
/// Threat: the wall clock steps back by an hour (a virtual machine that resumes, a wrong time server), and what is
/// remembered for a second, a revoked token among it, would be trusted for an hour.
/// </remarks>
internal sealed class MonotonicClock(TimeProvider time) : ISystemClock
{
    private readonly DateTimeOffset _origin = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public DateTimeOffset UtcNow => _origin + time.GetElapsedTime(_start);
}
