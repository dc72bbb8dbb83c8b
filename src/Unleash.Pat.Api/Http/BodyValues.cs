using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads a value of a body.</summary>
/// <returns><see langword="null"/>, or what the value must be and is not.</returns>
internal delegate string? BodyValueReader(JsonElement sent, out object? value);

/// <summary>The types of value that a body can have.</summary>
internal static class BodyValues
{
    private const string MustBeText = "must be string";
    private const string MustBeInteger = "must be integer";

    private static readonly JsonSerializerOptions ItemOptions = WireJson.CreateOptions();

    private static readonly Dictionary<Type, BodyValueReader> Readers = new()
    {
        [typeof(string)] = ReadText,
        [typeof(Password)] = ReadPassword,
        [typeof(PasswordLinkToken)] = ReadPasswordLinkToken,
        [typeof(DateTimeOffset)] = ReadInstant,
        [typeof(bool)] = ReadBoolean,
        [typeof(int)] = ReadSmallInteger,
        [typeof(long)] = ReadInteger,
    };

    /// <exception cref="NotSupportedException">No body can have a property of that type.</exception>
    public static BodyValueReader ReaderOf(JsonPropertyInfo property)
    {
        if (property.AttributeProvider?.IsDefined(typeof(TextOrIntegerAttribute), inherit: false) is true)
        {
            return ReadTextOrInteger;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (Readers.TryGetValue(type, out var reader))
        {
            return reader;
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? ListReaderOf(type)
            : throw new NotSupportedException($"{property.Name} is of type {type.Name}, which {nameof(BodyValues)} does not read.");
    }

    public static string? ReadText(JsonElement sent, out object? value)
    {
        value = sent.ValueKind == JsonValueKind.String ? sent.GetString() : null;
        return value is null ? MustBeText : null;
    }

    private static string? ReadPassword(JsonElement sent, out object? value)
    {
        var fault = ReadText(sent, out var text);
        value = text is string password ? new Password(password) : null;
        return fault;
    }

    private static string? ReadPasswordLinkToken(JsonElement sent, out object? value)
    {
        var fault = ReadText(sent, out var text);
        value = text is string token ? new PasswordLinkToken(token) : null;
        return fault;
    }

    private static string? ReadInstant(JsonElement sent, out object? value)
    {
        value = null;
        if (ReadText(sent, out var text) is { } fault)
        {
            return fault;
        }

        if (!Rfc3339.TryParse((string)text!, out var instant))
        {
            return "must match format \"date-time\"";
        }

        value = instant;
        return null;
    }

    private static string? ReadBoolean(JsonElement sent, out object? value)
    {
        value = sent.ValueKind is JsonValueKind.True or JsonValueKind.False ? sent.GetBoolean() : null;
        return value is null ? "must be boolean" : null;
    }

    // 3600.0 is an integer to JSON Schema.
    private static string? ReadInteger(JsonElement sent, out object? value)
    {
        value = sent.ValueKind == JsonValueKind.Number && sent.TryGetDecimal(out var number)
            && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
                ? (long)number
                : null;
        return value is null ? MustBeInteger : null;
    }

    private static string? ReadSmallInteger(JsonElement sent, out object? value)
    {
        var fault = ReadInteger(sent, out var number);
        value = number is long and >= int.MinValue and <= int.MaxValue ? (int)(long)number : null;
        return fault ?? (value is null ? MustBeInteger : null);
    }

    private static BodyValueReader ListReaderOf(Type type)
    {
        return Read;

        string? Read(JsonElement sent, out object? value)
        {
            value = null;
            try
            {
                value = sent.ValueKind == JsonValueKind.Array ? sent.Deserialize(type, ItemOptions) : null;
                return value is null ? "must be array" : null;
            }
            catch (JsonException)
            {
                return "has an item of another type";
            }
        }
    }

    // An integer becomes its decimal digits.
    private static string? ReadTextOrInteger(JsonElement sent, out object? value)
    {
        value = sent.ValueKind switch
        {
            JsonValueKind.String => sent.GetString(),
            JsonValueKind.Number when sent.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return value is null ? "must be integer or string" : null;
    }
}
