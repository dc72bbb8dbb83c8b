using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unleash.Pat.Api.Http;

/// <summary>What an error may repeat of a request.</summary>
internal static class JsonText
{
    /// <summary>The maximum number of characters of a request that an error repeats.</summary>
    public const int MaxEcho = 100;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value of a request as JSON, cut to <see cref="MaxEcho"/> characters.</summary>
    public static string Echo(JsonElement value) => Shorten(JsonSerializer.Serialize(value, Relaxed));

    /// <summary>A text of a request as a JSON string, cut to <see cref="MaxEcho"/> characters.</summary>
    public static string Quote(string text) => Shorten(JsonSerializer.Serialize(text, Relaxed));

    /// <summary>As <see cref="Shorten"/>; <see langword="null"/> for white space.</summary>
    public static string? ShortenOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Shorten(text);

    /// <summary>Cuts a text to <see cref="MaxEcho"/> characters, never through a surrogate pair.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxEcho)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxEcho - 2]) ? MaxEcho - 2 : MaxEcho - 1;
        return text[..end] + "…";
    }
}
