using Microsoft.Extensions.Time.Testing;

namespace Unleash.Pat.TestSupport;

/// <summary>A clock that a test sets: time goes on in both of its hands, and the wall clock can be set besides.</summary>
public sealed class SteppingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _step;

    /// <summary>
    /// Sets the wall clock; the clock of durations does not notice. Days pass at once, where <c>Advance</c> would run every
    /// timer of the service as often as it is due in them.
    /// </summary>
    /// <param name="by">How far forward, or back.</param>
    public void Step(TimeSpan by) => _step += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _step;

    // The framework's fake takes it from the wall clock.
    public override long GetTimestamp() => base.GetTimestamp() - _step.Ticks;
}
