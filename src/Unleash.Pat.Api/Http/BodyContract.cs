using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Unleash.Pat.Api.Http;

/// <summary>
/// How a request's body is read, taken from its record: the names and types of the properties, and which are
/// <c>required</c>. A property that is not required may be absent or <c>null</c>.
/// </summary>
/// <remarks>
/// The serializer would stop at the first fault and describe it in its own words; here all faults are reported at once, in
/// those of docs/api.md, section 1.1. Limits (a length, for example) are rules of the use case and not checked here.
/// </remarks>
internal sealed class BodyContract
{
    private static readonly DefaultJsonTypeInfoResolver Resolver = new();
    private static readonly JsonSerializerOptions Options = WireJson.CreateOptions();

    private readonly Func<object> _create;
    private readonly IReadOnlyList<BodyProperty> _properties;

    // Threat: an error that repeats a password shows it in logs, and on the screens of those who help.
    private readonly bool _isSensitive;

    private readonly string _path;
    private readonly bool _isStrict;

    /// <param name="type">The record.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="isStrict">Whether a property that it does not have is a fault, and not ignored.</param>
    /// <exception cref="NotSupportedException">A property has a type that no body can have.</exception>
    public BodyContract(Type type, string path = "/body", bool isStrict = false)
    {
        (_path, _isStrict) = (path, isStrict);
        var metadata = Resolver.GetTypeInfo(type, Options);
        _create = metadata.CreateObject ?? throw new NotSupportedException($"{type.Name} has no constructor without parameters.");
        _properties = [.. metadata.Properties.Select(property => new BodyProperty(property, path))];
        _isSensitive = _properties.Any(property => property.IsSecret);
    }

    /// <summary>A body without any property, where none is required.</summary>
    public object Empty() => _create();

    /// <exception cref="Application.RefusedException">With every fault, in the order of the properties.</exception>
    public object Read(JsonElement sent)
    {
        var faults = new BodyFaults(_isSensitive);
        var body = Read(sent, faults);
        return faults.Any ? throw faults.Refusal() : body!;
    }

    /// <summary>Reads it as a part of another body.</summary>
    public object? Read(JsonElement sent, BodyFaults faults)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add(_path, "must be object", sent);
            return null;
        }

        var body = _create();
        foreach (var property in _properties)
        {
            property.Read(sent, body, faults);
        }

        foreach (var unknown in _isStrict ? sent.EnumerateObject().Where(IsUnknown) : [])
        {
            faults.Add($"{_path}/{JsonText.Shorten(unknown.Name)}", "is not known", unknown.Value);
        }

        return body;
    }

    private bool IsUnknown(JsonProperty sent) => !_properties.Any(property => property.Name == sent.Name);
}
