using System.Text.Json;

namespace Unleash.Pat.Api.Http;

/// <summary>Finds texts that are no Unicode: JSON can spell half of a surrogate pair, which could be neither stored nor given back.</summary>
internal static class JsonUnicode
{
    public static bool IsWellFormed(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(property => CanBeRead(property) && IsWellFormed(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsWellFormed),
        JsonValueKind.String => CanBeRead(element),
        _ => true,
    };

    private static bool CanBeRead(JsonElement text) => CanBeRead(() => text.GetString());

    private static bool CanBeRead(JsonProperty property) => CanBeRead(() => property.Name);

    private static bool CanBeRead(Func<string?> read)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
