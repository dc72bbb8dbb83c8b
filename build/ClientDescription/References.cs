using System.Text.Json.Nodes;

namespace Unleash.Pat.ClientDescription;

/// <summary>Where a description names its own types.</summary>
internal static class References
{
    private const string Key = "$ref";
    private const string SchemaPath = "#/components/schemas/";

    public static JsonObject To(string type) => new() { [Key] = SchemaPath + type };

    /// <summary>Gives every reference in a part of a description the client's name.</summary>
    public static void Rename(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonNode>())
            {
                Rename(item);
            }
        }
        else if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToArray())
            {
                if (key == Key && value!.GetValue<string>() is { } path && path.StartsWith(SchemaPath, StringComparison.Ordinal))
                {
                    map[key] = SchemaPath + Names.Of(path[SchemaPath.Length..]);
                }
                else if (value is not null)
                {
                    Rename(value);
                }
            }
        }
    }
}
