using System.Globalization;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Instants for people: how far away, and exactly in the browser's time zone.</summary>
internal static class Instants
{
    private const int NeverAfterYears = 100;

    private static readonly (TimeSpan Length, string Name)[] Units =
    [
        (TimeSpan.FromDays(365), "year"),
        (TimeSpan.FromDays(30), "month"),
        (TimeSpan.FromDays(1), "day"),
        (TimeSpan.FromHours(1), "hour"),
        (TimeSpan.FromMinutes(1), "minute"),
    ];

    /// <summary>What is meant by "never": the last millisecond that the service knows.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);

    public static bool IsNever(DateTimeOffset at, TimeProvider time) => at > time.GetUtcNow().AddYears(NeverAfterYears);

    public static string Machine(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>For example <c>24 Nov 2026, 08:15:14 (UTC+01:00)</c>.</summary>
    public static string Exact(DateTimeOffset at, TimeProvider time)
    {
        var local = TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
        return local.ToString("d MMM yyyy, HH:mm:ss '(UTC'zzz')'", CultureInfo.InvariantCulture);
    }

    /// <summary>For example <c>in 3 days</c>, <c>2 hours ago</c>, <c>just now</c>.</summary>
    public static string Relative(DateTimeOffset at, TimeProvider time)
    {
        var distance = at - time.GetUtcNow();
        var (length, name) = Units.FirstOrDefault(unit => distance.Duration() >= unit.Length);
        if (name is null)
        {
            return distance > TimeSpan.Zero ? "in less than a minute" : "just now";
        }

        var count = (int)(distance.Duration() / length);
        var words = $"{count} {name}{(count == 1 ? "" : "s")}";
        return distance > TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }
}
