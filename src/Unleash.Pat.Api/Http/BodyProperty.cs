using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Http;

/// <summary>A property of a request's body.</summary>
internal sealed class BodyProperty(JsonPropertyInfo property)
{
    private readonly string _path = $"/body/{property.Name}";
    private readonly BodyValueReader _read = BodyValues.ReaderOf(property);
    private readonly Action<object, object?> _set = property.Set ?? throw new NotSupportedException($"{property.Name} cannot be set.");

    public bool IsSecret => property.PropertyType == typeof(Password);

    public void Read(JsonElement sent, object body, BodyFaults faults)
    {
        if (!sent.TryGetProperty(property.Name, out var value))
        {
            if (property.IsRequired)
            {
                faults.AddMissing(_path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Null && !property.IsRequired)
        {
            _set(body, null);
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
}
