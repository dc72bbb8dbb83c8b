using System.Text.Json;

namespace Unleash.Pat.AspNetCore.Feed;

/// <summary>What an <c>event: revoked</c> names.</summary>
internal static class RevokedData
{
    /// <summary>Reads <c>{"tokens":["7"],"accounts":["42"]}</c>.</summary>
    /// <exception cref="JsonException">It is something else: what was revoked is not known.</exception>
    public static (IReadOnlyList<string> Tokens, IReadOnlyList<string> Accounts) Read(ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? (Ids(document.RootElement, "tokens"), Ids(document.RootElement, "accounts"))
            : throw new JsonException("The event is no object.");
    }

    private static List<string> Ids(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var ids))
        {
            return [];
        }

        return ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(Id)]
            : throw new JsonException($"\"{name}\" is no array.");
    }

    private static string Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString()!,
        JsonValueKind.Number => id.GetRawText(),
        _ => throw new JsonException("An id is no string."),
    };
}
