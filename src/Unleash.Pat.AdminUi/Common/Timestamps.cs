using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Shows times to the user: relative to now, or exactly, in the browser's time zone.</summary>
internal static partial class Timestamps
{
    private const int NeverAfterYears = 100;

    // Each with the largest count shown. Days go up to 99, so that lifetimes of 30, 60 and 90 days read as chosen.
    private static readonly (TimeSpan Length, int Max, string Name)[] Units =
    [
        (TimeSpan.FromMinutes(1), 59, "minute"),
        (TimeSpan.FromHours(1), 23, "hour"),
        (TimeSpan.FromDays(1), 99, "day"),
        (TimeSpan.FromDays(30), 23, "month"),
        (TimeSpan.FromDays(365), int.MaxValue, "year"),
    ];

    /// <summary>The expiry that means "never": the last millisecond that the service can store.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);

    public static bool IsNever(DateTimeOffset at, TimeProvider time) => at > time.GetUtcNow().AddYears(NeverAfterYears);

    public static string ToIso8601(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>For example <c>24 Nov 2026, 08:15:14 (UTC+01:00)</c>.</summary>
    public static string Exact(DateTimeOffset at, TimeProvider time)
    {
        var local = TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
        return local.ToString("d MMM yyyy, HH:mm:ss '(UTC'zzz')'", CultureInfo.InvariantCulture);
    }

    /// <summary>For example <c>24 Nov 2026, 08:15:14</c>.</summary>
    public static string Second(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For example <c>24 Nov 2026, 08:15</c>.</summary>
    public static string Minute(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For example <c>24 Nov 2026</c>.</summary>
    public static string Date(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Replaces the UTC times in a message of the service by times in the browser's time zone.</summary>
    [return: NotNullIfNotNull(nameof(message))]
    public static string? Localize(string? message, TimeProvider time) => message is null
        ? null
        : UtcTime().Replace(message, match => DateTimeOffset.TryParse(match.Value, CultureInfo.InvariantCulture, out var at) ? Exact(at, time) : match.Value);

    /// <summary>Converts a local time, clamped to the times that the service can store.</summary>
    /// <remarks>A local time that daylight saving skips becomes the time an hour later.</remarks>
    public static DateTimeOffset FromLocal(DateTime local, TimeProvider time)
    {
        var clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var ticks = clock.Ticks - time.LocalTimeZone.GetUtcOffset(clock).Ticks;
        return new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, Never.Ticks), TimeSpan.Zero);
    }

    /// <summary>A time this far from now, at most <see cref="Never"/>.</summary>
    public static DateTimeOffset After(TimeSpan distance, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return distance < Never - now ? now + distance : Never;
    }

    /// <summary>For example <c>in 3 days</c>, <c>2 hours ago</c>, <c>just now</c>.</summary>
    public static string Relative(DateTimeOffset at, TimeProvider time)
    {
        var distance = at - time.GetUtcNow();
        var isAhead = distance > TimeSpan.Zero;
        if (distance.Duration() < Units[0].Length)
        {
            return isAhead ? "in less than a minute" : "just now";
        }

        var (count, name) = Nearest(distance.Duration());
        var text = $"{count} {name}{(count == 1 ? "" : "s")}";
        return isAhead ? $"in {text}" : $"{text} ago";
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")]
    private static partial Regex UtcTime();

    private static (int Count, string Name) Nearest(TimeSpan distance) =>
        Units
            .Select(unit => (Count: (int)Math.Round(distance / unit.Length, MidpointRounding.AwayFromZero), unit.Name, unit.Max))
            .Where(candidate => candidate.Count <= candidate.Max)
            .Select(candidate => (candidate.Count, candidate.Name))
            .First();
}
