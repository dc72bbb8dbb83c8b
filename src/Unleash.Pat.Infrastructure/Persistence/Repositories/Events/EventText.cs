using System.Text;
using System.Text.Json;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Finds a part of an event's texts, in any case and any script.</summary>
/// <remarks>
/// It is done here and not by the database, because no two databases fold the same characters, and because the values of
/// JSON are escaped where they are stored.
/// </remarks>
internal sealed class EventText(string part)
{
    private readonly string _folded = CaseFold.Of(part);

    public bool IsIn(EventRow row) => IsIn(row.Type) || IsIn(row.CreatedBy) || (row.Subject is { } subject && IsIn(subject)) || IsInJson(row.Data) || IsInJson(row.PreData);

    // Text of ASCII alone, as almost all is, needs no copy.
    private bool IsIn(string text) => Ascii.IsValid(text)
        ? text.Contains(_folded, StringComparison.OrdinalIgnoreCase)
        : CaseFold.Of(text).Contains(_folded, StringComparison.Ordinal);

    // Most events are ruled out without reading their JSON: without an escape a value is stored as it is.
    private bool IsInJson(string? json) => json is not null
        && (json.Contains('\\', StringComparison.Ordinal) || IsIn(json))
        && IsInValue(JsonSerializer.Deserialize<JsonElement>(json));

    private bool IsInValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(property => IsInValue(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(IsInValue),
        JsonValueKind.String => IsIn(value.GetString()!),
        _ => IsIn(value.GetRawText()),
    };
}
