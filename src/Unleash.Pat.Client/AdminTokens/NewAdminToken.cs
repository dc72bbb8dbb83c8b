using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

public sealed partial class NewAdminToken
{
    // The service asks for it, and issues no other.
    [JsonInclude]
    [JsonPropertyName("type")]
    internal string Type { get; } = "admin";
}
