using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Unleash.Pat.Client;

/// <summary>How the client writes and reads JSON.</summary>
internal static class WireFormat
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    public static void Configure(JsonSerializerOptions options)
    {
        // What a caller leaves unset is left out, not sent as null.
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.TypeInfoResolver = WireJson.Default.WithAddedModifier(RefuseNull);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        return options;
    }

    // Otherwise a null would be found far from here, as a NullReferenceException.
    private static void RefuseNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired && !property.PropertyType.IsValueType))
        {
            if (property.Set is { } set)
            {
                property.Set = (target, value) => set(target, Checked(value, property.Name));
            }
        }
    }

    private static object Checked(object? value, string name) => value switch
    {
        null => throw new JsonException($"The property '{name}' is null."),
        IEnumerable items and not string when items.Cast<object?>().Contains(null) => throw new JsonException($"An item of '{name}' is null."),
        _ => value,
    };
}
