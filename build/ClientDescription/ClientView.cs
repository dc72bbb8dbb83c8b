using System.Text.Json.Nodes;

namespace Unleash.Pat.ClientDescription;

/// <summary>Makes of the service's description what the C# client is generated from.</summary>
/// <remarks>
/// The wire has Unleash's names and one schema for a token with and without its secret (docs/decisions/0009). The client
/// has .NET's names, a type for each shape, and nothing that the service would ignore.
/// </remarks>
internal static class ClientView
{
    private const string SchemaPath = "#/components/schemas/";

    // What the service has only so that Unleash's admin UI runs.
    private const string Filler = "Kept for Unleash's admin UI";

    // What is always the same, or in a type of its own.
    private static readonly Dictionary<string, string[]> Unread = new()
    {
        ["patSchema"] = ["secret"],
        ["apiTokenSchema"] = ["secret", "type", "project", "projects", "environment", "alias", "secure"],
        ["createApiTokenSchema"] = ["type"],
        ["userAdminSchema"] = ["inviteLink"],
        ["userCreatedSchema"] = ["inviteLink", "emailSent"],
        ["uiConfigSchema"] = ["links", "versionInfo", "environment"],
    };

    // Written by hand, because they keep what a newer service says and this client does not know.
    private static readonly Dictionary<string, string> HandWritten = new()
    {
        ["rootRole"] = "RootRole",
        ["accountType"] = "AccountType",
        ["expiryWarning"] = "ExpiryWarning",
        ["data"] = "JsonElement",
        ["preData"] = "JsonElement",
    };

    private static readonly Dictionary<string, string> Issued = new()
    {
        ["createPat"] = "IssuedPersonalAccessToken",
        ["createServiceAccountToken"] = "IssuedPersonalAccessToken",
        ["createApiToken"] = "IssuedAdminToken",
    };

    public static void Apply(JsonObject description)
    {
        var components = description["components"]!.AsObject();
        var schemas = components["schemas"]!.AsObject();
        foreach (var (name, schema) in schemas)
        {
            Simplify(name, schema!.AsObject());
        }

        foreach (var operation in Operations(description["paths"]!.AsObject()))
        {
            Simplify(operation);
        }

        Rename(description);
        components["schemas"] = Renamed(schemas);
        components.Remove("responses");
    }

    private static IEnumerable<JsonObject> Operations(JsonObject paths)
    {
        // It is written by hand: its answer is a redirect.
        paths.Remove("/logout");
        return paths.SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.AsObject());
    }

    // Every refusal is read in one place, by hand.
    private static void Simplify(JsonObject operation)
    {
        var answers = operation["responses"]!.AsObject();
        foreach (var status in answers.Select(answer => answer.Key).Where(status => status[0] != '2').ToArray())
        {
            answers.Remove(status);
        }

        if (Issued.TryGetValue(operation["operationId"]!.GetValue<string>(), out var issued))
        {
            answers["201"]!["content"]!["application/json"]!["schema"] = Reference(issued);
        }
    }

    private static void Simplify(string name, JsonObject schema)
    {
        // Otherwise it would be generated with a dictionary for whatever else is sent.
        schema["additionalProperties"] = false;
        var required = schema["required"]?.AsArray().Select(node => node!.GetValue<string>()).ToHashSet() ?? [];
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var (property, value) in properties.ToArray())
        {
            if (IsUnread(name, property, value!.AsObject()))
            {
                properties.Remove(property);
                required.Remove(property);
            }
            else if (value["nullable"]?.GetValue<bool>() is true)
            {
                // So that what is required is never null.
                required.Remove(property);
            }

            var isRole = name == "roleSchema" && property == "id";
            if (properties.ContainsKey(property) && HandWritten.TryGetValue(isRole ? "rootRole" : property, out var type) && value["$ref"] is null)
            {
                properties[property] = Typed(value, type);
            }
        }

        schema["required"] = new JsonArray([.. required.Select(property => JsonValue.Create(property))]);
    }

    private static bool IsUnread(string schema, string property, JsonObject value) =>
        value["readOnly"]?.GetValue<bool>() is true
        || value["description"]?.GetValue<string>().StartsWith(Filler, StringComparison.Ordinal) is true
        || (Unread.TryGetValue(schema, out var names) && names.Contains(property));

    private static JsonObject Typed(JsonNode value, string type) => new()
    {
        ["description"] = value["description"]?.DeepClone(),
        ["allOf"] = new JsonArray(Reference(type)),
    };

    private static JsonObject Reference(string type) => new() { ["$ref"] = SchemaPath + type };

    private static void Rename(JsonNode node)
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
                if (key == "$ref" && value!.GetValue<string>() is { } path && path.StartsWith(SchemaPath, StringComparison.Ordinal))
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

    private static JsonObject Renamed(JsonObject schemas)
    {
        var renamed = new JsonObject();
        foreach (var (name, schema) in schemas)
        {
            renamed.TryAdd(Names.Of(name), schema!.DeepClone());
        }

        foreach (var type in HandWritten.Values.Concat(Issued.Values))
        {
            renamed.TryAdd(type, new JsonObject { ["type"] = "object", ["additionalProperties"] = false });
        }

        return renamed;
    }
}
