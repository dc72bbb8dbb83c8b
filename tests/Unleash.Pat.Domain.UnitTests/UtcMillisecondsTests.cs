using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Unleash.Pat.Domain.UnitTests;

/// <summary>docs/api.md: every instant is UTC, and section 1.1: cut off to the millisecond, not rounded.</summary>
public class UtcMillisecondsTests
{
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Select(
        Gen.Long[DateTimeOffset.MinValue.AddDays(1).Ticks, DateTimeOffset.MaxValue.AddDays(-1).Ticks],
        Gen.Int[-14 * 60, 14 * 60],
        (ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2027-01-01T00:00:00.0009999Z", "2027-01-01T00:00:00.000Z")]
    [InlineData("2027-01-01T00:00:00.9999999Z", "2027-01-01T00:00:00.999Z")]
    [InlineData("2027-01-01T02:30:00.1234567+02:30", "2027-01-01T00:00:00.123Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("0001-01-01T00:00:00.0000001Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999Z")]
    public void Truncate_cuts_off_to_the_millisecond_and_turns_to_UTC(string instant, string expected)
    {
        var truncated = UtcMilliseconds.Truncate(At.UtcMilliseconds(instant));

        truncated.ShouldBe(At.UtcMilliseconds(expected));
        truncated.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Truncate_never_goes_forward_nor_back_by_a_millisecond_and_changes_nothing_the_second_time() =>
        AnyInstant.Sample(instant =>
        {
            var truncated = UtcMilliseconds.Truncate(instant);
            var cut = instant - truncated;
            return cut >= TimeSpan.Zero
                && cut < TimeSpan.FromMilliseconds(1)
                && truncated.Offset == TimeSpan.Zero
                && UtcMilliseconds.Truncate(truncated) == truncated;
        });

    [Fact]
    public void UtcNow_is_the_clocks_instant_in_whole_milliseconds()
    {
        var clock = new FakeTimeProvider(At.UtcMilliseconds("2027-06-01T12:00:00.4567891Z"));

        UtcMilliseconds.UtcNow(clock).ShouldBe(At.UtcMilliseconds("2027-06-01T12:00:00.456Z"));
    }
}
