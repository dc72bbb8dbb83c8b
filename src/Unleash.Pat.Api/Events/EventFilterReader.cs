using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Api.Events;

/// <summary>Reads the parameters of a query for events.</summary>
internal static class EventFilterReader
{
    /// <summary>The values of a parameter that can be given several times, or with commas between its values.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public static IReadOnlyList<string> Types(IEnumerable<string>? sent)
    {
        string[] types = [.. (sent ?? []).SelectMany(Split).Distinct(StringComparer.Ordinal)];
        return types.Length <= EventFilter.MaxValues
            ? types
            : throw Fault("type", $"must NOT have more than {EventFilter.MaxValues} values", string.Join(',', types));
    }

    /// <summary>A text to search for.</summary>
    /// <exception cref="RefusedException">It is too long, or not a text.</exception>
    public static string? Query(string? sent) => sent switch
    {
        _ when string.IsNullOrWhiteSpace(sent) => null,
        _ when sent.IsLongerThan(EventFilter.MaxQueryLength) => throw Fault(
            "query", $"must NOT have more than {EventFilter.MaxQueryLength} characters", sent),
        _ => sent,
    };

    /// <summary>The parts of a text that has commas between them.</summary>
    public static IEnumerable<string> Split(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A refusal of a parameter's value.</summary>
    public static RefusedException Fault(string parameter, string demand, string sent) =>
        RefusedException.BrokenSchema(Errors.PropertyInvalid($"/query/{parameter}", demand, JsonText.Quote(sent)));
}
