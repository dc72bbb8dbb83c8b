using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Http;

/// <summary>A property of a request's body.</summary>
internal sealed class BodyProperty(JsonPropertyInfo property, string parent)
{
    private readonly string _path = $"{parent}/{property.Name}";
    private readonly BodyContract? _nested = NestedIn(property, $"{parent}/{property.Name}");
    private readonly BodyValueReader? _read = IsList(property) || IsNested(property) ? null : BodyValues.ReaderOf(property);
    private readonly Action<object, object?> _set = property.Set ?? throw new NotSupportedException($"{property.Name} cannot be set.");

    public string Name => property.Name;

    public bool IsSecret => property.PropertyType == typeof(Password) || property.PropertyType == typeof(PasswordLinkToken);

    public void Read(JsonElement sent, object body, BodyFaults faults)
    {
        if (!sent.TryGetProperty(property.Name, out var value))
        {
            if (property.IsRequired)
            {
                faults.AddMissing(_path);
            }
        }
        else
        {
            (body as PartialBody)?.NoteSent(property.Name);
            Set(value, body, faults);
        }
    }

    private void Set(JsonElement value, object body, BodyFaults faults)
    {
        if (value.ValueKind == JsonValueKind.Null && !property.IsRequired)
        {
            _set(body, null);
        }
        else if (_nested is not null)
        {
            _set(body, _nested.Read(value, faults));
        }
        else if (_read is null)
        {
            ReadTexts(value, body, faults);
        }
        else if (_read(value, out var read) is { } demand)
        {
            faults.Add(_path, demand, value);
        }
        else
        {
            _set(body, read);
        }
    }

    // A part of a body is a record like a body. It says what is meant, so what it does not know is no harmless addition.
    private static BodyContract? NestedIn(JsonPropertyInfo property, string path) =>
        IsNested(property) ? new BodyContract(property.PropertyType, path, isStrict: true) : null;

    private static bool IsNested(JsonPropertyInfo property) => property.PropertyType.Name.EndsWith("Request", StringComparison.Ordinal);

    private static bool IsList(JsonPropertyInfo property) => property.PropertyType == typeof(IReadOnlyList<string>);

    private void ReadTexts(JsonElement sent, object body, BodyFaults faults)
    {
        if (sent.ValueKind != JsonValueKind.Array)
        {
            faults.Add(_path, "must be array", sent);
            return;
        }

        var texts = new List<string>();
        foreach (var (index, item) in sent.EnumerateArray().Index())
        {
            if (BodyValues.ReadText(item, out var text) is { } demand)
            {
                faults.Add($"{_path}/{WireText.Of(index)}", demand, item);
            }
            else
            {
                texts.Add((string)text!);
            }
        }

        _set(body, texts);
    }
}
