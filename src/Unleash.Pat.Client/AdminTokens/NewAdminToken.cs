using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

public sealed partial class NewAdminToken
{
    // The service requires it, and creates no other type.
    [JsonInclude]
    [JsonPropertyName("type")]
    internal string Type { get; } = "admin";
}
