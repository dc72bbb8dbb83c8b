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

    /// <exception cref="NotSupportedException">A property has a type that no body can have.</exception>
    public BodyContract(Type type)
    {
        var metadata = Resolver.GetTypeInfo(type, Options);
        _create = metadata.CreateObject ?? throw new NotSupportedException($"{type.Name} has no constructor without parameters.");
        _properties = [.. metadata.Properties.Select(property => new BodyProperty(property))];
        _isSensitive = _properties.Any(property => property.IsSecret);
    }

    /// <summary>A body without any property, where none is required.</summary>
    public object Empty() => _create();

    /// <exception cref="Application.RefusedException">With every fault, in the order of the properties.</exception>
    public object Read(JsonElement sent)
    {
        var faults = new BodyFaults(_isSensitive);
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add("/body", "must be object", sent);
            throw faults.Refusal();
        }

        var body = _create();
        foreach (var property in _properties)
        {
            property.Read(sent, body, faults);
        }

        return faults.Any ? throw faults.Refusal() : body;
    }
}
