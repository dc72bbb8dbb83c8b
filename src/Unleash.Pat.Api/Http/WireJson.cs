using System.Text.Encodings.Web;
using System.Text.Json;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>How the service writes JSON: camelCase, UTF-8 as it is, instants in the form of docs/api.md.</summary>
internal static class WireJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new UtcMillisecondsJsonConverter());

        // The answers are application/json with nosniff, so no browser takes them for HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    public static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        return options;
    }
}
