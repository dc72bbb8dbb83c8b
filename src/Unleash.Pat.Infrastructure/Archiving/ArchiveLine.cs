using System.Text.Encodings.Web;
using System.Text.Json;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Archiving;

/// <summary>An event as a line of JSON, in the form of the API and with what verification needs.</summary>
internal static class ArchiveLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a line.</summary>
    /// <param name="previous">The hash of the event before it.</param>
    public static void Write(Stream stream, byte[] previous, SealedEvent entry)
    {
        var stored = entry.Event;
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("id", stored.Id);
            json.WriteString("type", stored.Type);
            json.WriteString("createdBy", stored.CreatedBy);
            WriteNumber(json, "createdByUserId", stored.CreatedByUserId);
            json.WriteString("createdAt", UtcMillisecondsJsonConverter.ToText(stored.CreatedAt));
            WriteJson(json, "data", stored.Data);
            WriteJson(json, "preData", stored.PreData);
            WriteNumber(json, "subjectUserId", stored.SubjectUserId);
            WriteNumber(json, "tokenId", stored.TokenId);
            if (stored.Stamp is { } stamp)
            {
                json.WriteBase64String("stamp", stamp);
            }

            json.WriteBase64String("previousHash", previous);
            json.WriteBase64String("hash", entry.Hash);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a line without its end.</summary>
    /// <returns><see langword="null"/> where it is not, byte for byte, one that the service writes.</returns>
    public static (byte[] Previous, SealedEvent Entry)? Read(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var (previous, entry) = Read(json.RootElement);
            using var written = new MemoryStream();
            Write(written, previous, entry);
            return written.GetBuffer().AsSpan(0, (int)written.Length - 1).SequenceEqual(line) ? (previous, entry) : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static (byte[] Previous, SealedEvent Entry) Read(JsonElement json)
    {
        var stored = new StoredEvent(
            json.GetProperty("id").GetInt64(),
            json.GetProperty("type").GetString()!,
            json.GetProperty("createdBy").GetString()!,
            NumberOf(json, "createdByUserId"),
            json.GetProperty("createdAt").GetDateTimeOffset(),
            JsonOf(json, "data"),
            JsonOf(json, "preData"),
            NumberOf(json, "subjectUserId"),
            NumberOf(json, "tokenId"),
            json.TryGetProperty("stamp", out var stamp) ? stamp.GetBytesFromBase64() : null);
        return (json.GetProperty("previousHash").GetBytesFromBase64(), new SealedEvent(stored, json.GetProperty("hash").GetBytesFromBase64()));
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    // As the database has it, because the hash is over its text. What is no JSON, or has line ends, was not written by the
    // service; it is kept as a text.
    private static void WriteJson(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (IsJson(text))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteString($"{name}Text", text);
        }
    }

    private static bool IsJson(string text)
    {
        if (text.AsSpan().ContainsAny('\r', '\n') || text.AsSpan().Trim().Length < text.Length)
        {
            return false;
        }

        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static long? NumberOf(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetInt64() : null;

    private static string? JsonOf(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value.GetRawText()
        : json.TryGetProperty($"{name}Text", out var text) ? text.GetString() : null;
}
