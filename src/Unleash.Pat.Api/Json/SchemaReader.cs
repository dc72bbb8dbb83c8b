using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Json;

/// <summary>
/// Reads properties of a JSON object and gathers all that is wrong with them, in the words of docs/api.md, section 1.1.
/// </summary>
/// <param name="body">The parsed body.</param>
/// <param name="isSensitive">Whether errors must not repeat its values.</param>
public sealed class SchemaReader(JsonElement body, bool isSensitive)
{
    private const string TextOrInteger = "must be integer or string";

    private readonly List<ErrorDetail> _faults = [];

    /// <summary>A text, or <see langword="null"/> where it is absent or <c>null</c>.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The text.</returns>
    public string? OptionalString(string name)
    {
        if (!TryGet(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Fault($"/body/{name}", "must be string", value);
        return null;
    }

    /// <summary>A text that must be there.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The text; an empty one where it is at fault.</returns>
    public string RequiredString(string name)
    {
        if (body.ValueKind == JsonValueKind.Object && !body.TryGetProperty(name, out _))
        {
            Missing(name);
            return "";
        }

        if (TryGet(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        if (body.ValueKind == JsonValueKind.Object)
        {
            Fault($"/body/{name}", "must be string", value);
        }

        return "";
    }

    /// <summary>An RFC 3339 date-time, or <see langword="null"/> where it is absent or <c>null</c>.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The instant, cut off to the millisecond.</returns>
    public DateTimeOffset? OptionalInstant(string name)
    {
        var text = OptionalString(name);
        if (text is null)
        {
            return null;
        }

        if (Rfc3339.TryParse(text, out var instant))
        {
            return instant;
        }

        Fault($"/body/{name}", "must match format \"date-time\"", body.GetProperty(name));
        return null;
    }

    /// <summary>A text or an integer, or <see langword="null"/> where it is absent or <c>null</c>.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The text, or the integer in decimal digits.</returns>
    public string? OptionalTextOrInteger(string name)
    {
        if (!TryGet(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        Fault($"/body/{name}", TextOrInteger, value);
        return null;
    }

    /// <summary>A text or an integer that must be there.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The text, or the integer in decimal digits; an empty text where it is at fault.</returns>
    public string RequiredTextOrInteger(string name)
    {
        var isThere = TryGet(name, out var value);
        if (!isThere)
        {
            Missing(name);
        }
        else if (value.ValueKind == JsonValueKind.Null)
        {
            Fault($"/body/{name}", TextOrInteger, value);
        }

        return OptionalTextOrInteger(name) ?? "";
    }

    /// <summary>Refuses the request where anything was wrong.</summary>
    /// <exception cref="RefusedException">With every fault.</exception>
    public void ThrowOnFaults()
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            _faults.Clear();
            Fault("/body", "must be object", body);
        }

        if (_faults.Count > 0)
        {
            throw RefusedException.BrokenSchema(_faults);
        }
    }

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out value);
    }

    private void Missing(string name) => _faults.Add(new ErrorDetail(
        $"The `/body/{name}` property is required. It was not present on the data you sent.", $"/body/{name}"));

    private void Fault(string path, string demand, JsonElement sent)
    {
        var echo = isSensitive ? "" : $" You sent {JsonText.Echo(sent)}.";
        _faults.Add(new ErrorDetail($"The `{path}` property {demand}.{echo}", path));
    }
}
