using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Unleash.Pat.Client;

/// <summary>Tells in words of answers that are not the service's, or cannot be read.</summary>
internal static class ForeignAnswer
{
    private const int MaxQuote = 200;

    public static string Describe(HttpStatusCode status) => string.Create(
        CultureInfo.InvariantCulture, $"The answer is not from Unleash.Pat; a proxy may have given it: HTTP {(int)status}.");

    public static string Describe(HttpResponseMessage response, string text)
    {
        var body = text.Length == 0 ? "with an empty body" : $"which begins with: {Quote(text)}";
        var target = response.Headers.Location is { } location ? $", to {location}" : "";
        return $"The answer is not from Unleash.Pat; a proxy may have given it: {Origin(response)}{target}, {body}";
    }

    // Threat: the answer to a creation holds a secret, and messages are logged. So the body is not quoted.
    public static string Describe(HttpResponseMessage response, JsonException fault) =>
        $"The answer is not what Unleash.Pat gives, so it cannot be read; a proxy may have given it: {Origin(response)}. {fault.Message}";

    private static string Origin(HttpResponseMessage response) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP {(int)response.StatusCode}, content type {response.Content.Headers.ContentType?.ToString() ?? "none"}");

    // On one line, so that nothing that was answered looks like another entry of a log.
    private static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shown = line.Length <= MaxQuote ? line : line[..MaxQuote] + "…";
        return string.Concat(shown.Where(character => !char.IsControl(character)));
    }
}
