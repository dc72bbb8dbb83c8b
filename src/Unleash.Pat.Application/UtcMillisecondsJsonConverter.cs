using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Application;

/// <summary>Writes instants as docs/api.md has them: UTC, exactly three decimals and <c>Z</c>.</summary>
public sealed class UtcMillisecondsJsonConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>The form of an instant on the wire.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // 2027-01-01T00:00:00.0000000Z, of which 2027-01-01T00:00:00.000 is kept.
    private const int RoundTripLength = 28;
    private const int LengthToMilliseconds = 23;

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

        // The round-trip form has a formatter of its own, which is several times as fast as one that reads a pattern.
        Span<byte> text = stackalloc byte[RoundTripLength];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[LengthToMilliseconds] = (byte)'Z';
        writer.WriteStringValue(text[..(LengthToMilliseconds + 1)]);
    }
}
