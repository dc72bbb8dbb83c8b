using System.Text.Json.Nodes;

namespace Unleash.Pat.ClientDescription;

/// <summary>Makes of the service's description what the C# client is generated from.</summary>
/// <remarks>
/// The wire has Unleash's names and one schema for a token with and without its secret (docs/decisions/0009). The client
/// has .NET's names, a type for each shape, and nothing that the service would ignore.
/// </remarks>
internal static class ClientView
{
    // What the service has only so that Unleash's admin UI runs.
    private const string Filler = "Kept for Unleash's admin UI";

    // What is always the same, or in a type of its own.
    private static readonly Dictionary<string, string[]> Unread = new()
    {
        ["patSchema"] = ["secret"],
        ["apiTokenSchema"] = ["secret", "type", "project", "projects", "environment", "alias", "secure"],
        ["createApiTokenSchema"] = ["type"],
        ["userCreatedSchema"] = ["emailSent"],
        ["tokenUserSchema"] = ["token"],
        ["uiConfigSchema"] = ["links", "versionInfo", "environment"],
    };

    // Empty but in the answer that creates a user.
    private const string InviteLink = "inviteLink";

    // Written by hand, because they keep what a newer service says and this client does not know.
    private static readonly Dictionary<string, string> HandWritten = new()
    {
        ["rootRole"] = "RootRole",
        ["accountType"] = "AccountType",
        ["expiryWarning"] = "ExpiryWarning",
        ["data"] = "JsonElement",
        ["preData"] = "JsonElement",
    };

    // Written by hand: the answer of the first is a redirect, and OAuth has forms, headers, streams and names of its own.
    private static readonly string[] WithoutGenerated =
    [
        "/logout", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/revocations", "/auth/verify",
        "/.well-known/oauth-authorization-server", "/.well-known/openid-configuration",

        // The same events for Unleash's admin UI.
        "/api/admin/search/events",
    ];

    // The group of operations that Unleash's admin UI uses, and programs do not.
    private const string UnleashShell = "Unleash's own admin UI";

    private static readonly string[] Unused = ["introspectTokenSchema", "revokeTokenSchema", "eventSearchSchema", "foundEventSchema"];

    private static readonly Dictionary<string, string> Issued = new()
    {
        ["createPat"] = "IssuedPersonalAccessToken",
        ["createServiceAccountToken"] = "IssuedPersonalAccessToken",
        ["rotatePat"] = "IssuedPersonalAccessToken",
        ["rotateCurrentPat"] = "IssuedPersonalAccessToken",
        ["rotateServiceAccountToken"] = "IssuedPersonalAccessToken",
        ["createApiToken"] = "IssuedAdminToken",
    };

    public static void Apply(JsonObject description)
    {
        var components = description["components"]!.AsObject();
        var schemas = components["schemas"]!.AsObject();
        foreach (var name in Unused)
        {
            schemas.Remove(name);
        }

        foreach (var (name, schema) in schemas)
        {
            Simplify(name, schema!.AsObject());
        }

        foreach (var operation in Operations(description["paths"]!.AsObject()))
        {
            Simplify(operation);
        }

        References.Rename(description);
        components["schemas"] = Renamed(schemas);
        components.Remove("responses");
    }

    private static IEnumerable<JsonObject> Operations(JsonObject paths)
    {
        foreach (var path in WithoutGenerated)
        {
            paths.Remove(path);
        }

        foreach (var path in paths.Where(path => IsOfUnleashShell(path.Value!)).Select(path => path.Key).ToArray())
        {
            paths.Remove(path);
        }

        return paths.SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.AsObject());
    }

    private static bool IsOfUnleashShell(JsonNode path) => path.AsObject()
        .Any(operation => operation.Value!["tags"]!.AsArray().Any(tag => tag!.GetValue<string>() == UnleashShell));

    // Every refusal is read in one place, by hand.
    private static void Simplify(JsonObject operation)
    {
        var answers = operation["responses"]!.AsObject();
        foreach (var status in answers.Select(answer => answer.Key).Where(status => status[0] != '2').ToArray())
        {
            answers.Remove(status);
        }

        // Exports are for files, not for this client.
        foreach (var (_, answer) in answers)
        {
            answer!["content"]?.AsObject().Remove("text/csv");
            answer["content"]?.AsObject().Remove("application/x-ndjson");
        }

        if (Issued.TryGetValue(operation["operationId"]!.GetValue<string>(), out var issued))
        {
            answers["201"]!["content"]!["application/json"]!["schema"] = References.To(issued);
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
            var isUnread = IsUnread(name, property, value!.AsObject());
            if (isUnread)
            {
                properties.Remove(property);
            }
            else if (TypeOf(name, property, value) is { } type)
            {
                properties[property] = Typed(value, type);
            }

            // What is required is never null.
            if (isUnread || property == InviteLink || value["nullable"]?.GetValue<bool>() is true)
            {
                required.Remove(property);
            }
        }

        schema["required"] = new JsonArray([.. required.Select(property => JsonValue.Create(property))]);
    }

    private static string? TypeOf(string schema, string property, JsonNode value) => (schema, property) switch
    {
        _ when value["$ref"] is not null => null,
        ("roleSchema", "id") => HandWritten["rootRole"],
        _ => HandWritten.GetValueOrDefault(property),
    };

    private static bool IsUnread(string schema, string property, JsonObject value) =>
        value["readOnly"]?.GetValue<bool>() is true
        || value["description"]?.GetValue<string>().StartsWith(Filler, StringComparison.Ordinal) is true
        || (Unread.TryGetValue(schema, out var names) && names.Contains(property));

    private static JsonObject Typed(JsonNode value, string type) => new()
    {
        ["description"] = value["description"]?.DeepClone(),
        ["allOf"] = new JsonArray(References.To(type)),
    };

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
