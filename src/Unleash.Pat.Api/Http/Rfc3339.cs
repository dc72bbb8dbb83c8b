using System.Buffers;
using System.Globalization;

namespace Unleash.Pat.Api.Http;

/// <summary>
/// Parses RFC 3339 date-times; unlike <see cref="DateTimeOffset"/> with any offset, any number of decimals and leap seconds.
/// </summary>
internal static class Rfc3339
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <param name="text">Any text.</param>
    /// <param name="instant">In UTC, truncated to the millisecond; for the year 0 the first instant of the year 1.</param>
    /// <returns>Whether the text is a date-time, and not after the year 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < "2027-01-01T00:00:00Z".Length
            || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || !TryDate(text, out var day)
            || !TryTime(text, out var ticks, out var isLeap)
            || !TryFraction(text[19..], out var fraction, out var rest)
            || !TryOffset(rest, out var offset))
        {
            return false;
        }

        var utc = day + ticks - offset;
        if (isLeap && Modulo(utc, TimeSpan.TicksPerDay) != TimeSpan.TicksPerDay - TimeSpan.TicksPerSecond)
        {
            return false;
        }

        // POSIX time has no leap second: it equals the next second.
        utc += isLeap ? TimeSpan.TicksPerSecond : fraction;
        instant = new DateTimeOffset(Math.Clamp(utc, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
        return utc <= DateTime.MaxValue.Ticks;
    }

    private static long Modulo(long value, long by) => ((value % by) + by) % by;

    private static bool TryDate(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryNumber(text[..4], 0, 9999, out var year)
            || !TryNumber(text[5..7], 1, 12, out var month)
            || !TryNumber(text[8..10], 1, 31, out var day)
            || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month))
        {
            return false;
        }

        // DateTime has no year 0, which is a leap year.
        ticks = year == 0
            ? new DateTime(4, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - new DateTime(5, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks
            : new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out long ticks, out bool isLeap)
    {
        ticks = 0;
        isLeap = false;
        if (!TryNumber(text[11..13], 0, 23, out var hour)
            || !TryNumber(text[14..16], 0, 59, out var minute)
            || !TryNumber(text[17..19], 0, 60, out var second))
        {
            return false;
        }

        isLeap = second == 60;
        ticks = new TimeSpan(hour, minute, isLeap ? 59 : second).Ticks;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text.Length == 0 || text[0] != '.')
        {
            return true;
        }

        var length = text[1..].IndexOfAnyExcept(Digits);
        if (length < 1)
        {
            return false;
        }

        for (var digit = 0; digit < 3; digit++)
        {
            ticks = (ticks * 10) + (digit < length ? text[1 + digit] - '0' : 0);
        }

        ticks *= TimeSpan.TicksPerMillisecond;
        rest = text[(1 + length)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryNumber(text[1..3], 0, 23, out var hours)
            || !TryNumber(text[4..6], 0, 59, out var minutes))
        {
            return false;
        }

        ticks = new TimeSpan(hours, minutes, 0).Ticks * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
