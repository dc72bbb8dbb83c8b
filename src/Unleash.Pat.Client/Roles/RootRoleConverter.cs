using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>Reads a role as the wire's number or name, and an unknown one without a fault.</summary>
internal sealed class RootRoleConverter : JsonConverter<RootRole>
{
    public override RootRole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var id) ? (RootRole)id : RootRole.Unknown;
            case JsonTokenType.String:
                return Enum.TryParse<RootRole>(reader.GetString(), ignoreCase: true, out var role) ? role : RootRole.Unknown;
            default:
                reader.Skip();
                return RootRole.Unknown;
        }
    }

    public override void Write(Utf8JsonWriter writer, RootRole value, JsonSerializerOptions options) => writer.WriteNumberValue((int)value);
}
