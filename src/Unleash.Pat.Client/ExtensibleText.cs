using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>A word of the wire, of which a newer service may know more than this client.</summary>
internal interface IExtensibleText<TSelf>
    where TSelf : struct, IExtensibleText<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

/// <summary>Keeps every word, so that one that is unknown breaks nothing.</summary>
internal sealed class ExtensibleTextConverter<T> : JsonConverter<T>
    where T : struct, IExtensibleText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return T.Of(reader.GetString()!);
        }

        using var value = JsonDocument.ParseValue(ref reader);
        return T.Of(value.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
