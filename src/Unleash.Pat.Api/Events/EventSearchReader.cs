using System.Globalization;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>Reads the parameters of Unleash's search, an operator and values: <c>IS_ANY_OF:1,2</c>.</summary>
internal static class EventSearchReader
{
    private const string Is = "IS:";
    private const string IsAnyOf = "IS_ANY_OF:";
    private const int DefaultLimit = 50;

    /// <summary>The values.</summary>
    /// <returns><see langword="null"/> where the parameter is absent.</returns>
    public static IReadOnlyList<string>? Texts(string parameter, string? sent)
    {
        if (string.IsNullOrEmpty(sent))
        {
            return null;
        }

        var values = After(sent, IsAnyOf) ?? After(sent, Is)
            ?? throw EventFilterReader.Fault(parameter, "must match pattern \"^(IS|IS_ANY_OF):(.*?)(,([a-zA-Z0-9_]+))*$\"", sent);
        string[] parts = [.. EventFilterReader.Split(values).Distinct(StringComparer.Ordinal)];
        return parts.Length <= EventFilter.MaxValues
            ? parts
            : throw EventFilterReader.Fault(parameter, $"must NOT have more than {EventFilter.MaxValues} values", sent);
    }

    /// <summary>The values, which must be integers.</summary>
    /// <returns><see langword="null"/> where the parameter is absent.</returns>
    public static IReadOnlyList<long>? Numbers(string parameter, string? sent) => Texts(parameter, sent) is { } texts
        ? [.. texts.Select(text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw EventFilterReader.Fault(parameter, "must have integers as values", sent!)).Distinct()]
        : null;

    /// <summary>The beginning of a day, in UTC.</summary>
    /// <returns><see langword="null"/> where the parameter is absent.</returns>
    public static DateTimeOffset? Day(string parameter, string? sent)
    {
        if (string.IsNullOrEmpty(sent))
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            After(sent, Is), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            && day < DateTimeOffset.MaxValue.AddDays(-1)
                ? day
                : throw EventFilterReader.Fault(parameter, "must match pattern \"^(IS):\\d{4}-\\d{2}-\\d{2}$\"", sent);
    }

    /// <summary>The part of the log; as in Unleash, a value of no use counts as none.</summary>
    public static EventSlice Slice(string? limit, string? offset) => new(
        Number(limit) is > 0 and <= EventSlice.MaxLimit and var wanted ? wanted : DefaultLimit,
        Number(offset) is > 0 and var skipped ? skipped : 0);

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
