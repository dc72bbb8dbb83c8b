using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class TimestampsTests
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-59, "just now")]
    [InlineData(0.001, "in less than a minute")]
    [InlineData(59.9, "in less than a minute")]
    [InlineData(-Minute, "1 minute ago")]
    [InlineData(89, "in 1 minute")]
    [InlineData(90, "in 2 minutes")]
    [InlineData(59.4 * Minute, "in 59 minutes")]
    [InlineData(59.7 * Minute, "in 1 hour")]
    [InlineData(-59.7 * Minute, "1 hour ago")]
    [InlineData(2 * Hour, "in 2 hours")]
    [InlineData(23.4 * Hour, "in 23 hours")]
    [InlineData(23.6 * Hour, "in 1 day")]
    [InlineData(-3 * Day, "3 days ago")]
    public void A_distance_is_rounded_to_the_nearest_unit(double seconds, string text) => Relative(seconds).ShouldBe(text);

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void An_expiry_reads_as_chosen_some_time_later_too(int days)
    {
        Relative(days * Day).ShouldBe($"in {days} days");
        Relative((days * Day) - 5).ShouldBe($"in {days} days");
        Relative((days - 0.01) * Day).ShouldBe($"in {days} days");
    }

    [Theory]
    [InlineData(99 * Day, "in 99 days")]
    [InlineData(99.6 * Day, "in 3 months")]
    [InlineData(-400 * Day, "13 months ago")]
    [InlineData(704 * Day, "in 23 months")]
    [InlineData(706 * Day, "in 2 years")]
    [InlineData(730 * Day, "in 2 years")]
    [InlineData(3650 * Day, "in 10 years")]
    public void Long_distances_are_in_months_and_years(double seconds, string text) => Relative(seconds).ShouldBe(text);

    [Fact]
    public void The_future_never_reads_as_past_or_the_past_as_future()
    {
        for (var seconds = 0.0005; seconds < 100_000 * Day; seconds *= 1.07)
        {
            Relative(seconds).ShouldStartWith("in ");
            Relative(-seconds).ShouldSatisfyAllConditions(
                past => past.ShouldNotStartWith("in "),
                past => past.ShouldMatch("^(just now|[1-9][0-9]* [a-z]+ ago)$"));
        }
    }

    [Fact]
    public void An_exact_time_is_in_the_browsers_zone() =>
        Timestamps.Exact(TestTime.Now, TestTime.Provider(5.5)).ShouldBe("3 May 2026, 13:30:00 (UTC+05:30)");

    [Fact]
    public void An_exact_time_has_the_offset_of_its_date()
    {
        var time = TestTime.Provider(TestTime.SummerTime, TestTime.Now);

        Timestamps.Exact(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero), time).ShouldBe("24 Oct 2026, 14:00:00 (UTC+02:00)");
        Timestamps.Exact(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), time).ShouldBe("24 Nov 2026, 13:00:00 (UTC+01:00)");
    }

    [Fact]
    public void More_than_a_hundred_years_ahead_is_never()
    {
        Timestamps.IsNever(TestTime.Now.AddYears(100), TestTime.Provider()).ShouldBeFalse();
        Timestamps.IsNever(TestTime.Now.AddYears(100).AddSeconds(1), TestTime.Provider()).ShouldBeTrue();
        Timestamps.IsNever(Timestamps.Never, TestTime.Provider(14)).ShouldBeTrue();
    }

    private static string Relative(double seconds) => Timestamps.Relative(TestTime.Now.AddSeconds(seconds), TestTime.Provider());
}
