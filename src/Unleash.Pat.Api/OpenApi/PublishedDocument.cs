using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NSwag;
using NSwag.Generation;
using Unleash.Pat.Api.Startup.Settings;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The document as it is published: made on first demand, and the same until the service ends.</summary>
internal sealed class PublishedDocument
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<Task<byte[]>> _json;

    public PublishedDocument(IOpenApiDocumentGenerator generator, IConfiguration configuration) =>
        _json = new(() => GenerateAsync(generator, PathBase.Of(configuration)));

    public Task<byte[]> Json => _json.Value;

    private static async Task<byte[]> GenerateAsync(IOpenApiDocumentGenerator generator, string basePath)
    {
        var document = await generator.GenerateAsync("v1");

        // Relative, so that it holds behind any proxy; the base path is all that the service knows of its address.
        document.Servers.Clear();
        document.Servers.Add(new OpenApiServer { Url = basePath.Length == 0 ? "/" : basePath });

        var json = JsonNode.Parse(document.ToJson())!;
        ClearReferences(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString(Indented));
    }

    // OpenAPI 3.0 allows nothing beside a reference, where NSwag writes an empty description.
    private static void ClearReferences(JsonNode? node)
    {
        if (node is JsonObject item && item["$ref"] is JsonValue)
        {
            foreach (var name in item.Select(property => property.Key).Where(name => name != "$ref").ToList())
            {
                item.Remove(name);
            }
        }

        foreach (var child in Children(node))
        {
            ClearReferences(child);
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(property => property.Value),
        JsonArray list => list,
        _ => [],
    };
}
