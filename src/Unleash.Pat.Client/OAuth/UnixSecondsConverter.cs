using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>Instants as OAuth has them: whole seconds since 1970.</summary>
internal sealed class UnixSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new JsonException("The value is no instant in seconds since 1970.", fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
