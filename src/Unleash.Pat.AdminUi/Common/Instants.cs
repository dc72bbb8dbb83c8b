using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Instants for people: how far away, and exactly in the browser's time zone.</summary>
internal static partial class Instants
{
    private const int NeverAfterYears = 100;

    // Each up to how many of it are told. Days are told up to 99, so that 30, 60 and 90 days read as they were chosen.
    private static readonly (TimeSpan Length, int Most, string Name)[] Units =
    [
        (TimeSpan.FromMinutes(1), 59, "minute"),
        (TimeSpan.FromHours(1), 23, "hour"),
        (TimeSpan.FromDays(1), 99, "day"),
        (TimeSpan.FromDays(30), 23, "month"),
        (TimeSpan.FromDays(365), int.MaxValue, "year"),
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

    /// <summary>For example <c>24 Nov 2026</c>.</summary>
    public static string Date(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The service's words with its instants, which are in UTC, told as people here read them.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public static string? InWords(string? words, TimeProvider time) => words is null
        ? null
        : OnTheWire().Replace(words, found => DateTimeOffset.TryParse(found.Value, CultureInfo.InvariantCulture, out var at) ? Exact(at, time) : found.Value);

    /// <summary>The instant of a clock time here; one that no calendar has gives way to the nearest that it has.</summary>
    /// <remarks>A clock time that daylight saving leaves out means the moment after the leap.</remarks>
    public static DateTimeOffset FromLocal(DateTime local, TimeProvider time)
    {
        var clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var ticks = clock.Ticks - time.LocalTimeZone.GetUtcOffset(clock).Ticks;
        return new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, Never.Ticks), TimeSpan.Zero);
    }

    /// <summary>An instant so far ahead; none is later than <see cref="Never"/>.</summary>
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
        var words = $"{count} {name}{(count == 1 ? "" : "s")}";
        return isAhead ? $"in {words}" : $"{words} ago";
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")]
    private static partial Regex OnTheWire();

    private static (int Count, string Name) Nearest(TimeSpan distance) =>
        Units
            .Select(unit => (Count: (int)Math.Round(distance / unit.Length, MidpointRounding.AwayFromZero), unit.Name, unit.Most))
            .Where(told => told.Count <= told.Most)
            .Select(told => (told.Count, told.Name))
            .First();
}
