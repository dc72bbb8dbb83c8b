using Microsoft.Extensions.Time.Testing;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

internal static class TestTime
{
    public static readonly DateTimeOffset Now = new(2026, 5, 3, 8, 0, 0, TimeSpan.Zero);

    /// <summary>UTC+1, with daylight saving time from 29 March, 02:00, to 25 October, 03:00.</summary>
    public static readonly TimeZoneInfo SummerTime = TimeZoneInfo.CreateCustomTimeZone(
        "summer time",
        TimeSpan.FromHours(1),
        "summer time",
        "winter",
        "summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(2026, 1, 1),
                new DateTime(2026, 12, 31),
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 29),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 25)),
        ]);

    public static FakeTimeProvider Provider(double zone = 0) =>
        Provider(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(zone), null, null), Now);

    public static FakeTimeProvider Provider(TimeZoneInfo zone, DateTimeOffset now)
    {
        var time = new FakeTimeProvider(now);
        time.SetLocalTimeZone(zone);
        return time;
    }
}
