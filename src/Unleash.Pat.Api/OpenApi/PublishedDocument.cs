using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Namotion.Reflection;
using NSwag;
using NSwag.Generation;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The document as it is published: made on first demand, and the same until the service ends.</summary>
/// <remarks>What failed is tried again by the next who asks: one bad moment must not leave a program without its description.</remarks>
internal sealed class PublishedDocument(IOpenApiDocumentGenerator generator)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Stands where the address is to be; no address has a tab in it.
    private const string Server = "\t";
    private const string ServerInJson = "\"\\t\"";

    private readonly Lock _gate = new();
    private Task<string>? _json;

    /// <summary>The document for who reaches the service below a path.</summary>
    /// <remarks>The address in it is a path alone, so that it holds behind any proxy.</remarks>
    public async Task<byte[]> JsonAsync(PathString pathBase) => Encoding.UTF8.GetBytes((await GetAsync()).Replace(
        ServerInJson, $"\"{(pathBase.HasValue ? pathBase.ToUriComponent() : "/")}\"", StringComparison.Ordinal));

    private Task<string> GetAsync()
    {
        lock (_gate)
        {
            return _json is null or { IsFaulted: true } or { IsCanceled: true } ? _json = Task.Run(GenerateAsync) : _json;
        }
    }

    private async Task<string> GenerateAsync()
    {
        LoadXmlDocs();
        var document = await generator.GenerateAsync("v1");
        document.Servers.Clear();
        document.Servers.Add(new OpenApiServer { Url = Server });

        var json = JsonNode.Parse(document.ToJson())!;
        ClearReferences(json);
        return json.ToJsonString(Indented);
    }

    // In a program that is a single file no assembly has a place of its own, from which its documentation would be found.
    private static void LoadXmlDocs()
    {
        foreach (var type in new[] { typeof(PublishedDocument), typeof(Application.DependencyInjection), typeof(UtcMilliseconds) })
        {
            var file = Path.Combine(AppContext.BaseDirectory, $"{type.Assembly.GetName().Name}.xml");
            if (File.Exists(file))
            {
                type.GetXmlDocsElement(file);
            }
        }
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
