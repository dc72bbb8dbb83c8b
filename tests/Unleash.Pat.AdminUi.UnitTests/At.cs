using Microsoft.Extensions.Time.Testing;

namespace Unleash.Pat.AdminUi.UnitTests;

internal static class At
{
    public static readonly DateTimeOffset Now = new(2026, 5, 3, 8, 0, 0, TimeSpan.Zero);

    public static FakeTimeProvider Time(double zone = 0)
    {
        var time = new FakeTimeProvider(Now);
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(zone), null, null));
        return time;
    }
}
