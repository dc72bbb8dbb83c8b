using Unleash.Pat.Application.Authentication;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>
/// Threat: the wall clock is set while the service runs.
/// </summary>
public sealed class WallClockTests
{
    private readonly SteppingTime _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly StoredTokens _tokens = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Last_uses_are_written_once_a_minute_whatever_the_wall_clock_says(int hours)
    {
        var tracker = new LastUsedTracker(_tokens, _time);
        tracker.Mark(1, _time.GetUtcNow());
        await tracker.FlushAsync(everything: false, Cancel);

        _time.Step(TimeSpan.FromHours(hours));
        tracker.Mark(1, _time.GetUtcNow().AddHours(2));
        await tracker.FlushAsync(everything: false, Cancel);
        _tokens.Writes.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        await tracker.FlushAsync(everything: false, Cancel);
        _tokens.Writes.ShouldBe(2);
    }
}
