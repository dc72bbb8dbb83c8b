using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Application;

/// <summary>Writes instants as docs/api.md has them: UTC, exactly three decimals and <c>Z</c>.</summary>
public sealed class UtcMillisecondsJsonConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>The form of an instant on the wire.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>An instant in the wire's form.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns><c>2027-01-01T00:00:00.000Z</c></returns>
    public static string ToText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ToText(value));
    }
}
